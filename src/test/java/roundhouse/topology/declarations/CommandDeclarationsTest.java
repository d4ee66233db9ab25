package roundhouse.topology.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds of commands as they are declared, apart from the registry that is made of them once. */
final class CommandDeclarationsTest {
    private static CommandDeclarations declared(Consumer<CommandDeclarations> kinds) {
        CommandDeclarations declarations = new CommandDeclarations();
        kinds.accept(declarations);
        return declarations;
    }

    static List<Arguments> kinds() {
        return List.of(
                Arguments.of(
                        (Consumer<CommandDeclarations>) MachineCommandKinds::declare,
                        "crash recover slow pause leak errors check-answer flap failing restart outage outage-over"),
                Arguments.of(
                        (Consumer<CommandDeclarations>) LinkCommandKinds::declare, "cut delay loss mend drain undrain"),
                Arguments.of(
                        (Consumer<CommandDeclarations>) StoreCommandKinds::declare,
                        "partition promote clock join leave heal"),
                Arguments.of((Consumer<CommandDeclarations>) CacheCommandKinds::declare, "purge ban flush"),
                Arguments.of(
                        (Consumer<CommandDeclarations>) DesignCommandKinds::declare,
                        "add remove weight algorithm scale resize"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachSaysInASentenceWhatItDoes(Consumer<CommandDeclarations> kinds, String verbs) {
        CommandDeclarations declared = declared(kinds);
        assertThat(declared.byVerb.keySet()).containsExactly(verbs.split(" ", -1));
        assertThat(declared.byType.values()).containsExactlyElementsOf(declared.byVerb.values());
        declared.byVerb.forEach((verb, kind) -> {
            assertThat(kind.settings().description()).as(verb).endsWith(".");
            assertThat(kind.settings().what()).isEqualTo("the command " + verb);
        });
    }

    @Test
    void anExampleNamesAPlaceOrAMachine() {
        CommandDeclarations declared = declared(MachineCommandKinds::declare);
        assertThat(Objects.requireNonNull(declared.byVerb.get("outage")).example())
                .isEqualTo("10s outage eu-1");
        assertThat(Objects.requireNonNull(declared.byVerb.get("crash")).example())
                .isEqualTo("10s crash s1");
    }
}
