package roundhouse.workbench.ring.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Transfer;
import roundhouse.hashing.rings.Ring;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Shards;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Sketch;
import roundhouse.workbench.ring.model.Streaming;
import roundhouse.workbench.ring.model.TokenMove;

/** The ring of a sharded store: where its replicas are, and what is streamed from whom when a token or a member moves. */
class StoreSourceTest {
    private final Document document = new Document();
    private final RunPlacements runs = new RunPlacements();
    private RingModel model = new RingModel(new Sketch(RingState.sketch()));

    @BeforeEach
    void open() throws IOException {
        String text = Files.readString(Path.of("samples", "sharded-store-grows.json"));
        document.open(((ReadResult.Read) TopologyFile.parse(text)).topology(), null);
        model = new RingModel(new StoreSource(document, "orders", runs));
    }

    private Shards shards() {
        return Objects.requireNonNull(
                document.topology().store("orders").orElseThrow().replication().shards());
    }

    private List<String> names() {
        return model.state().targets().stream().map(Target::name).toList();
    }

    @Test
    void itsServersAreTheMembersThatHaveKeys() {
        assertThat(StoreSource.candidates(document.topology())).hasSize(1);
        assertThat(names()).containsExactly("db-1", "db-2", "db-3", "db-4");
        assertThat(model.state().settings().replicas()).isEqualTo(3);
    }

    @Test
    void aTokenThatIsDraggedShowsWhatIsStreamedFromWhomAndIsOneEditOfTheStore() {
        Ring before = Objects.requireNonNull(model.ring());
        for (int member = 0; member < 4 && Streaming.of(model).transfers().isEmpty(); member++) {
            // With four members and three copies there are tokens that move nothing.
            model.cancel();
            TokenMove.begin(model, before.tokensOf(member).getFirst(), false).by(1L << 62);
        }
        Ring after = Objects.requireNonNull(model.ring());
        List<Transfer> transfers = Transfer.handingOver(before, after, 3);
        Streaming streaming = Streaming.of(model);
        assertThat(streaming.transfers()).isNotEmpty().isEqualTo(transfers);
        assertThat(streaming.sentences().getLast()).startsWith("Streamed, of the ring: ");
        for (Transfer each : transfers) {
            assertThat(streaming.sentences().getLast()).contains(each.source() + " → " + each.receiver() + " ");
        }
        assertThat(Streaming.underWay(model)).as("drawn on the ring").isEqualTo(transfers);
        assertThat(shards().placement().tokens()).as("not done yet").isEmpty();

        model.commit();
        assertThat(Streaming.underWay(model)).as("no run streams it").isEmpty();
        assertThat(shards().placement().tokens()).hasSize(1);
        assertThat(shards().placement().replicas()).isEqualTo(1);
        document.undo();
        assertThat(shards().placement().tokens()).isEmpty();
    }

    @Test
    void aSpareCanBeAddedAndAMemberThatIsTakenOutBecomesOne() {
        assertThat(model.source().freeName()).isEqualTo("db-5");
        model.edit("Add db-5", "db-5", model.state().with(Target.of("db-5")));
        assertThat(shards().spares()).containsExactly("db-6");
        model.edit("Remove db-2", "db-2", model.state().without("db-2"));
        assertThat(shards().spares()).containsExactly("db-6", "db-2");
        assertThat(Streaming.of(model).transfers())
                .as("it gives what it had")
                .isNotEmpty()
                .allMatch(transfer -> "db-2".equals(transfer.source()));
    }

    @Test
    void fewerMembersThanCopiesAreRefused() {
        model.edit("Remove db-1", "db-1", model.state().without("db-1"));
        model.edit("Remove db-2", "db-2", model.state().without("db-2"));
        assertThat(names()).containsExactly("db-2", "db-3", "db-4");
        var settings = model.state().settings();
        model.edit("Replicas 1", "", model.state().with(settings.withReplicas(1)));
        assertThat(document.topology().store("orders").orElseThrow().replication())
                .as("its quorums are of two")
                .isInstanceOfSatisfying(
                        LeaderlessReplication.class,
                        leaderless -> assertThat(leaderless.n()).isEqualTo(3));
    }

    @Test
    void whoJoinsInTheRunIsOnTheRingOfTheRun() {
        Run run = Run.of(document.topology());
        Frame frame = new Frame();
        for (double second : new double[] {0, 14.9, 15.1}) {
            run.runUntil((long) (second * 1e9));
            run.observe(frame);
            runs.take(frame);
            model.follow(frame.timeNanos);
            assertThat(names().contains("db-5")).isEqualTo(second > 15);
        }
        assertThat(model.change().label()).isEqualTo("db-5 added in the run");
        assertThat(Streaming.of(model).transfers())
                .isNotEmpty()
                .allMatch(transfer -> transfer.receiver().equals("db-5"));
        double sent = Streaming.of(model).transfers().stream()
                .mapToDouble(Transfer::share)
                .sum();
        // 60 writes a second have by then been to all but e^-1.8 of the 500 keys; of those the run sends 331.
        assertThat(sent).isEqualTo(331 / (500 * (1 - Math.exp(-1.8))), offset(0.06));
    }

    @Test
    void whatTheRunStreamsIsDrawnForAsLongAsItIsUnderWay() {
        Run run = Run.of(document.topology());
        Frame frame = new Frame();
        int[] shown = {0};
        model.onChange(() -> shown[0]++);
        // The third change is streamed from 45 s to 52.002 s, as the transcript says.
        for (double second : new double[] {0, 14.9, 15.1, 29.9, 44.9, 45.1, 51.9}) {
            step(run, frame, second);
            List<Transfer> streamed = Streaming.underWay(model);
            if (second == 15.1) {
                assertThat(streamed)
                        .isEqualTo(Streaming.of(model).transfers())
                        .isNotEmpty()
                        .allMatch(each -> each.receiver().equals("db-5"));
            } else if (second > 45) {
                assertThat(streamed)
                        .as("who leaves sends, though it is on the ring no more")
                        .isNotEmpty()
                        .allMatch(each -> "db-1".equals(each.source()));
            } else {
                assertThat(streamed).as("at %s s", second).isEmpty();
            }
        }
        int before = shown[0];
        step(run, frame, 52.1);
        assertThat(Streaming.underWay(model)).isEmpty();
        assertThat(shown[0])
                .as("the picture is told, though the ring is as it was")
                .isGreaterThan(before);
    }

    private void step(Run run, Frame frame, double second) {
        run.runUntil((long) (second * 1e9));
        run.observe(frame);
        runs.take(frame);
        model.follow(frame.timeNanos);
    }
}
