package roundhouse.topology.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** The registry of commands: what each happens to, what it does, and how it is written on one line and on a flag. */
final class CommandKindsTest {
    private static Command only(String text) {
        return ListedTrial.command(text).command();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crash        | MACHINE  | BREAK  | crash
            recover      | MACHINE  | MEND   | recover
            slow         | MACHINE  | SLOW   | be slowed
            pause        | MACHINE  | BREAK  | be paused
            leak         | MACHINE  | SLOW   | leak
            errors       | MACHINE  | BREAK  | make errors
            check-answer | MACHINE  | BREAK  | answer checks otherwise
            flap         | MACHINE  | BREAK  | flap
            failing      | MACHINE  | BREAK  | fail at random
            restart      | MACHINE  | BREAK  | restart
            outage       | PLACE    | BREAK  | ''
            outage-over  | PLACE    | MEND   | ''
            cut          | LINK     | BREAK  | ''
            delay        | LINK     | SLOW   | ''
            loss         | LINK     | BREAK  | ''
            mend         | LINK     | MEND   | ''
            drain        | TARGET   | CHANGE | ''
            undrain      | TARGET   | MEND   | ''
            partition    | TOPOLOGY | BREAK  | ''
            promote      | MEMBER   | CHANGE | be promoted
            clock        | MEMBER   | BREAK  | have a wrong clock
            join         | MEMBER   | CHANGE | join
            leave        | MEMBER   | CHANGE | leave
            heal         | TOPOLOGY | MEND   | ''
            purge        | CACHE    | CHANGE | be purged
            ban          | CACHE    | CHANGE | ban keys
            flush        | CACHE    | BREAK  | be flushed
            add          | TOPOLOGY | MEND   | ''
            remove       | NODE     | BREAK  | be removed
            weight       | LINK     | CHANGE | ''
            algorithm    | NODE     | CHANGE | be given an algorithm
            scale        | GROUP    | CHANGE | be given a size
            resize       | MACHINE  | CHANGE | be resized
            """)
    void eachHappensToSomethingAndDoesSomething(
            String verb, CommandKind.Subject subject, CommandKind.Effect effect, String cannot) {
        CommandKind<?> kind = CommandKinds.of(verb);
        assertThat(kind.verb()).isEqualTo(verb);
        assertThat(kind.subject()).isEqualTo(subject);
        assertThat(kind.effect()).isEqualTo(effect);
        assertThat(kind.cannot()).isEqualTo(cannot);
    }

    /** Each command as files have it, and what its flag says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "crash": "s1"                                   | crash
            "crash": "s1", "how": "black-hole"              | crash
            "recover": "s1"                                 | recover
            "slow": "s1", "factor": 2.5                     | slow ×2.5
            "slow": "s1", "factor": 1                       | normal speed
            "pause": "s1"                                   | pause
            "leak": "s1", "per-minute": 0.5                 | leak
            "errors": "s1", "rate": 0.2                     | errors 20 %
            "errors": "s1", "rate": 0.2, "of": "requests"   | errors 20 %
            "errors": "s1", "rate": 0.2, "of": "checks"     | check errors 20 %
            "check-answer": "s1", "status": 503             | checks: 503
            "check-answer": "s1", "body": "no"              | checks: 200
            "flap": "s1", "down": "2s", "up": "5s"          | flap
            "failing": "s1", "between": "1h", "repair": "9s" | random failures
            "restart": "s1", "for": "5s"                    | restart
            "outage": "eu-1"                                | outage
            "outage-over": "eu-1"                           | outage over
            "cut": ["a", "b"]                               | cut
            "cut": ["a", "b"], "way": "replies"             | cut, replies
            "delay": ["a", "b"], "by": "5ms"                | delay
            "loss": ["a", "b"], "rate": 0.05                | loss 5 %
            "mend": ["a", "b"]                              | mended
            "drain": ["lb", "s1"]                           | drain
            "undrain": ["lb", "s1"]                         | undrain
            "partition": [["a"], ["b", "c"]]                | partition
            "heal": true                                    | heal
            "promote": "d1"                                 | promote
            "clock": "d1", "ahead": "500ms"                 | clock +500ms
            "clock": "d1", "ahead": "0s"                    | clock right
            "join": "d1"                                    | join
            "leave": "d1"                                   | leave
            "purge": "c1", "key": 7                         | purge key-7
            "ban": "c1", "first": 3, "last": 9              | ban 3 to 9
            "flush": "c1"                                   | flush
            "add": { "id": "s4", "kind": "server", "service": "1ms" } | + s4
            "remove": "s1"                                  | removed
            "weight": 5, "from": "lb", "to": "s1"           | weight 5
            "algorithm": "random", "of": "lb"               | random
            "scale": "g", "to": 5                           | 5 servers
            "resize": "s1", "cores": 8                      | 8 cores
            "resize": "s1", "speed": 2                      | resized
            """)
    void eachIsReadWrittenAndSaidBriefly(String text, String brief) {
        Command command = only(text);
        CommandKind<?> kind = CommandKinds.of(command);
        assertThat(kind.briefly(command)).isEqualTo(brief);
        assertThat(ListedTrial.line(command)).isEqualTo("10s " + brief);
        assertThat(ListedTrial.writtenAndRead(command)).isEqualTo(command);
        assertThat(ListedTrial.wrong(command)).isEmpty();
    }

    @Test
    void allAreInTheOrderOfTheirVerbs() {
        assertThat(CommandKinds.all()).extracting(CommandKind::verb).isEqualTo(CommandKinds.verbs());
        assertThat(CommandKinds.verbs())
                .hasSize(33)
                .startsWith("crash", "recover")
                .endsWith("scale", "resize");
    }

    @Test
    void thereIsNoKindOfWhatFilesCannotHold() {
        assertThatThrownBy(() -> CommandKinds.of("explode")).hasMessage("no command explode");
        assertThatThrownBy(() -> CommandKinds.of(new Command.Revise(Topology.EMPTY)))
                .hasMessage("a scenario cannot hold a revision");
    }

    @ParameterizedTest
    @CsvSource({"cut, true", "loss, true", "drain, true", "weight, false", "crash, false", "partition, false"})
    void linksAreNamedByTheirEndsButForWeights(String verb, boolean ends) {
        assertThat(CommandKinds.of(verb).isOfEnds()).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crash     | 10s crash s1
            slow      | 10s slow s1 factor=3
            outage    | 10s outage eu-1
            weight    | 10s weight 5 from=lb-1 to=s1
            ban       | 10s ban s1 last=99
            partition | 10s partition db-1,web-1/db-2,db-3
            heal      | 10s heal true
            cut       | 10s cut lb-1 s1
            """)
    void anExampleSaysAllThatMustBeSaid(String verb, String example) {
        assertThat(CommandKinds.of(verb).example()).isEqualTo(example);
    }

    @Test
    void whatACommandSaysIsChecked() {
        assertThat(ListedTrial.wrong(new Command.Errors("s1", 1.5))).isNotEmpty();
        assertThat(ListedTrial.wrong(new Command.Purge("c1", -1))).isNotEmpty();
        assertThat(ListedTrial.wrong(new Command.Partition(List.of(List.of("a")))))
                .isNotEmpty();
        assertThat(ListedTrial.wrong(new Command.Restart("s1", Duration.ofSeconds(-1))))
                .isNotEmpty();
    }
}
