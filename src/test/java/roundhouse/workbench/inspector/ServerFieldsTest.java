package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Deletion;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.ColdStart;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.workbench.document.NewNode;

/** What a server remembers, and how it comes up. */
class ServerFieldsTest extends Inspected {
    ServerFieldsTest() {
        super(twoBalancers());
    }

    @Test
    void sessionStateInMemoryAndInAStoreWhoseLinkFollows() {
        select("s1");
        set("state", "on");
        assertThat(server("s1").state()).isEqualTo(SessionState.MEMORY);
        assertThat(line("state.bytes").valueProperty().get()).isEqualTo("64 KiB");
        set("state.life", "5min");
        set("state.bytes", "2 MiB");
        assertThat(line("state.store").editor())
                .as("s3 serves nobody yet, so it is offered first")
                .isEqualTo(new Editor.Choice(List.of(
                        new Editor.Option("", "In memory", "Lost when the server crashes."),
                        new Editor.Option("s3", "s3", ""),
                        new Editor.Option("s2", "s2", ""))));
        set("state.store", "s3");
        assertThat(server("s1").state()).isEqualTo(new SessionState("s3", Duration.ofMinutes(5), 2 << 20));
        assertThat(document.topology().link("s1", "s3")).isPresent();
        set("state.store", "s2");
        assertThat(document.topology().link("s1", "s3")).isEmpty();
        assertThat(document.topology().link("s1", "s2")).isPresent();
        document.undo();
        assertThat(line("state.store").valueProperty().get()).isEqualTo("s3");
        set("state", "off");
        assertThat(server("s1").state()).isNull();
        assertThat(document.topology().linksFrom("s1")).isEmpty();
        select("s1", "s2");
        set("state", "on");
        set("state.store", "s3");
        assertThat(document.topology().link("s1", "s3")).isPresent();
        assertThat(document.topology().link("s2", "s3")).isPresent();
        for (String text : List.of("2 GiB", "0 B", "much")) {
            assertThat(line("state.bytes").commit(text)).isFalse();
        }
        set("state.bytes", "1500 B");
        assertThat(server("s2").state()).isEqualTo(new SessionState("s3", Duration.ofMinutes(30), 1500));
        assertThat(line("state.bytes").valueProperty().get()).isEqualTo("1500 B");
    }

    @Test
    void aStoreNeedsAnotherServer() {
        document.edit("Remove", Deletion.of(document.topology(), Set.of("s2", "s3")));
        select("s1");
        set("state", "on");
        assertThat(line("state.store").editor())
                .isEqualTo(new Editor.Choice(
                        List.of(new Editor.Option("", "In memory", "Lost when the server crashes."))));
    }

    @Test
    void whoIsCalledIsLinked() {
        select("s1");
        set("calls", "s3 count=3");
        assertThat(document.topology().link("s1", "s3")).isPresent();
        document.undo();
        assertThat(document.topology().link("s1", "s3")).isEmpty();

        document.edit("Place", document.topology().with(NewNode.serverGroup(document.topology())));
        select("web");
        set("server.calls", "s3 count=3\ns2");
        assertThat(document.topology().linksFrom("web")).extracting(Link::to).containsExactly("s3", "s2");
    }

    /** With one message, and the document stays as it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            count=3 | Line 1: found "count=3"; a call is written like "stock count=3 parallel=true breaker.in-a-row=5".
            s9      | "s1": no node has the id "s9"; did you mean "s2"?
            stock   | "s1": no node has the id "stock".
            s1      | "s1": a server cannot call itself.
            """)
    void whoIsNobodyIsNotCalled(String typed, String message) {
        select("s1");
        line("calls").type(typed);
        assertThat(line("calls").errorProperty().get()).isEqualTo(message);
        assertThat(line("calls").commit(typed)).isFalse();
        assertThat(server("s1").calls()).isEmpty();
        assertThat(line("calls").commit("")).isTrue();
        assertThat(line("calls").errorProperty().get()).isEmpty();
    }

    /** The check would tell of it; in a form it is a slip, and is told there. */
    @Test
    void whoCannotBeLinkedIsNotCalled() {
        document.edit(
                "Call", document.topology().with(server("s2").calling("s1")).with(link("s2", "s1")));
        select("s1");
        line("calls").type("s2");
        assertThat(line("calls").errorProperty().get())
                .startsWith(
                        "No link can lead from s1 to s2, so it cannot be called: servers call each other in a circle")
                .endsWith(".");
        assertThat(line("calls").commit("s2")).isFalse();
        assertThat(server("s1").calls()).isEmpty();
        set("calls", "s3");
    }

    @Test
    void aCallThatAFileSaysIsLeftAlone() {
        document.edit(
                "Call", document.topology().with(server("s2").calling("s1")).with(link("s2", "s1")));
        document.edit("Call back", document.topology().with(server("s1").calling("s2")));
        select("s1");
        set("calls", "s2 count=2\ns3");
        assertThat(server("s1").called()).containsExactly("s2", "s3");
    }

    @Test
    void aColdStart() {
        select("s1");
        set("cold-start", "on");
        set("cold-start.factor", "4");
        set("cold-start.over", "20s");
        assertThat(server("s1").coldStart()).isEqualTo(new ColdStart(4, Duration.ofSeconds(20)));
        assertThat(line("cold-start.factor").commit("0.5")).isFalse();
        set("cold-start", "off");
        assertThat(server("s1").coldStart()).isNull();
    }
}
