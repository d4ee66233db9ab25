package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.analysis.ReplayCheck;
import roundhouse.analysis.ReplayVerdict;
import roundhouse.analysis.RunRecorder;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.cli.reports.ReportCsv;
import roundhouse.cli.reports.ReportJson;
import roundhouse.cli.reports.ReportText;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.CacheLook;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** A run with caches in all places, of which much is changed while it plays, is the same run whichever way one gets there. */
class CachedRunsAgainTest {
    private static final long END = 7 * SECOND;

    private static final CacheSettings CACHE = CacheSettings.of(60)
            .with(CacheSettings.TTL, Duration.ofMillis(700))
            .with(CacheSettings.TTL_JITTER, 0.3)
            .with(CacheSettings.STALE_WHILE_REVALIDATE, Duration.ofMillis(200))
            .with(CacheSettings.STALE_IF_ERROR, Duration.ofSeconds(2))
            .with(CacheSettings.EARLY_REFRESH, 1.0)
            .with(CacheSettings.NEGATIVE_TTL, Duration.ofMillis(50))
            .with(CacheSettings.COALESCE, Coalescing.Scope.ALL);

    private static Topology topology(DataStrategy strategy) {
        boolean itself = strategy == DataStrategy.CACHE_ASIDE || strategy == DataStrategy.WRITE_AROUND;
        List<Node> nodes = List.of(
                DataSystems.users(600, new KeyDistribution.Zipf(400, 0.9), 0.8)
                        .with(Clients.USERS, 10)
                        .with(Clients.TIMEOUT, Duration.ofMillis(300))
                        .with(Clients.CACHE, CACHE),
                Cdn.of("cdn", CACHE),
                Systems.balancer("lb", Algorithm.LEAST_CONNECTIONS).with(LoadBalancer.CACHE, CACHE),
                server("web", 4, exponential(500))
                        .with(Server.DATA, data(strategy, itself ? "db" : null, "cache-1", "cache-2"))
                        .with(Server.CACHE, CACHE),
                CacheNode.of("cache-1", CACHE.with(CacheSettings.POLICY, "w-tinylfu"))
                        .with(CacheNode.STORE, "db"),
                CacheNode.of("cache-2", CACHE.with(CacheSettings.POLICY, "redis-lfu"))
                        .with(CacheNode.STORE, "db"),
                Database.of("db", exponential(1_000)).with(Database.CORES, 4).with(Database.CACHE, CACHE));
        return system(
                5,
                nodes,
                List.of(
                        link("users", "cdn", fixed(1_000)),
                        link("cdn", "lb", fixed(2_000)),
                        link("lb", "web", fixed(300)),
                        link("web", "db", fixed(500)),
                        link("web", "cache-1", fixed(200)),
                        link("web", "cache-2", fixed(200)),
                        link("cache-1", "db", fixed(500)),
                        link("cache-2", "db", fixed(500))));
    }

    /** What a person does meanwhile; each at a time at which much else happens. */
    private static final List<UnaryOperator<Topology>> EDITS = List.of(
            now -> shared(now, its -> its.with(CacheSettings.POLICY, "s3-fifo")),
            now -> shared(now, its -> its.with(CacheSettings.CAPACITY, CacheCapacity.ofEntries(25))),
            now -> shared(now, its -> its.with(CacheSettings.TTL, Duration.ofMillis(90))),
            now -> now.with(((Clients) node(now, "users")).with(Clients.CACHE, null)),
            now -> now.with(((Server) node(now, "web")).with(Server.CACHE, CacheSettings.of(10))),
            now -> now.with(((LoadBalancer) node(now, "lb")).with(LoadBalancer.CACHE, null)));

    private static Node node(Topology now, String id) {
        return now.node(id).orElseThrow();
    }

    private static Topology shared(Topology now, UnaryOperator<CacheSettings> settings) {
        CacheNode cache = (CacheNode) node(now, "cache-1");
        return now.with(cache.with(CacheNode.CACHE, settings.apply(cache.cache())));
    }

    private static List<Command> commands() {
        return List.of(
                new Command.Purge("cache-1", 0),
                new Command.Ban("cdn", 0, 20),
                new Command.Flush("users"),
                new Command.Crash("cache-1"),
                new Command.Recover("cache-1"),
                new Command.Flush("web"),
                new Command.Crash("db"),
                new Command.Recover("db"),
                new Command.Crash("web"),
                new Command.Recover("web"),
                new Command.Flush("lb"),
                new Command.Purge("db", 1));
    }

    /** The run in one go, with what is done to it; commands and edits in turn. */
    private static Run straight(Topology topology) {
        Run run = Run.of(topology);
        List<Command> commands = commands();
        for (int i = 0; i < commands.size(); i++) {
            // Odd times, and in the middle of what happens at one time.
            run.runUntil((i + 1) * SECOND / 2 - SECOND / 8 + 137_731L * i);
            run.step();
            run.apply(commands.get(i));
            if (i % 2 == 0) {
                run.apply(new Command.Revise(EDITS.get(i / 2).apply(run.topology())));
            }
        }
        run.runUntil(END);
        return run;
    }

    private static void same(String how, Run run, Run other) {
        assertThat(other.digest()).as(how).isEqualTo(run.digest());
        assertThat(other.events()).as(how).isEqualTo(run.events());
        assertThat(other.report()).as(how).isEqualTo(run.report());
        assertThat(ReportText.of(other.report())).as(how).isEqualTo(ReportText.of(run.report()));
        assertThat(ReportJson.of(other.report())).as(how).isEqualTo(ReportJson.of(run.report()));
        assertThat(ReportCsv.of(other.report())).as(how).isEqualTo(ReportCsv.of(run.report()));
        assertThat(other.topology()).as(how).isEqualTo(run.topology());
    }

    @ParameterizedTest
    @EnumSource(DataStrategy.class)
    void replayedItIsTheSame(DataStrategy strategy) {
        Topology topology = topology(strategy);
        Run run = straight(topology);
        assertThat(run.report().data())
                .satisfies(data -> assertThat(data.caches().values())
                        .as("all caches were used, and something went")
                        .allMatch(cache -> cache.hits() > 0)
                        .anyMatch(cache -> cache.count(CacheFigure.EVICTED) > 0)
                        .anyMatch(cache -> cache.count(CacheFigure.REFRESHES) > 0)
                        .anyMatch(cache -> cache.count(CacheFigure.COALESCED) > 0));
        Replay again = new Replay(topology, run.log());
        again.runUntil(END);
        same("replayed", run, again.run());
    }

    /** In pieces, looked at from all sides, as a window looks. */
    @ParameterizedTest
    @EnumSource(DataStrategy.class)
    void lookedAtItIsTheSame(DataStrategy strategy) {
        Topology topology = topology(strategy);
        Run run = straight(topology);
        Replay shown = Replay.shown(topology, run.log());
        Frame frame = new Frame();
        for (long nanos = 0; nanos < END; nanos += 61_803_398L) {
            shown.runUntil(nanos);
            shown.run().observe(frame);
            shown.run().look(new CacheLook("cache-1", 0, 3), frame);
        }
        shown.runUntil(END);
        same("shown", run, shown.run());
    }

    /** From before each command, at its very event and after it: back there, and on from there. */
    @ParameterizedTest
    @EnumSource(DataStrategy.class)
    void rewoundItIsTheSame(DataStrategy strategy) {
        Topology topology = topology(strategy);
        Run run = straight(topology);
        for (int i = 0; i < run.log().size(); i += 5) {
            Run.Entry entry = run.log().get(i);
            for (long nanos : new long[] {entry.timeNanos() - 1, entry.timeNanos(), entry.timeNanos() + 1}) {
                Replay rewound = new Replay(topology, run.log());
                rewound.runUntil(nanos);
                while (rewound.commandIsNext()) {
                    rewound.step();
                }
                rewound.runUntil(END);
                same("rewound to " + nanos, run, rewound.run());
            }
        }
    }

    /** Back, and then something else: as if that had been done the first time. */
    @ParameterizedTest
    @EnumSource(DataStrategy.class)
    void branchedItIsAsIfThatHadBeenDoneAtOnce(DataStrategy strategy) {
        Topology topology = topology(strategy);
        Run run = straight(topology);
        Replay branch = new Replay(topology, run.log());
        branch.runUntil(3 * SECOND);
        branch.apply(new Command.Crash("cache-2"));
        branch.runUntil(5 * SECOND);
        branch.apply(new Command.Recover("cache-2"));
        branch.runUntil(END);
        assertThat(branch.run().digest()).isNotEqualTo(run.digest());

        Run atOnce = Run.of(topology);
        for (Run.Entry entry : run.log()) {
            if (entry.timeNanos() <= 3 * SECOND) {
                while (atOnce.events() < entry.afterEvents()) {
                    atOnce.step();
                }
                atOnce.apply(entry.command());
            }
        }
        atOnce.runUntil(3 * SECOND);
        atOnce.apply(new Command.Crash("cache-2"));
        atOnce.runUntil(5 * SECOND);
        atOnce.apply(new Command.Recover("cache-2"));
        atOnce.runUntil(END);
        same("branched", atOnce, branch.run());
    }

    @ParameterizedTest
    @EnumSource(DataStrategy.class)
    void savedAndReadItIsTheSame(DataStrategy strategy) {
        Topology topology = topology(strategy);
        Run run = straight(topology);
        SavedRun saved = new RunRecorder(topology, run.log(), END).finish();
        assertThat(saved.digest()).isEqualTo(run.digest());
        assertThat(RunFile.parse(RunFile.format(saved))).isInstanceOfSatisfying(RunFile.Result.Read.class, read -> {
            assertThat(new ReplayCheck(read.run()).finish())
                    .isEqualTo(new ReplayVerdict.Same(run.events(), run.digest()));
            Replay again = new Replay(read.run().start(), RunRecorder.log(read.run()));
            again.runUntil(END);
            same("saved and read", run, again.run());
        });
    }

    /** With what was written and no store has: what a crash takes is the same, to the write. */
    @Test
    void whatACrashTakesIsTakenAgain() {
        Topology topology = topology(DataStrategy.WRITE_BACK);
        Run run = straight(topology);
        assertThat(DataSystems.data(run.report()).lostAcknowledgedWrites()).isPositive();
        List<String> lost = new ArrayList<>(Systems.soFar(run).stream()
                .filter(line -> line.contains("lost that no store has"))
                .toList());
        assertThat(lost).isNotEmpty();
        Replay again = new Replay(topology, run.log());
        again.runUntil(END);
        assertThat(Systems.soFar(again.run())).containsAll(lost);
    }
}
