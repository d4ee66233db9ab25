package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final String CLASS_FILE = ".class";

    /** The tests of this package. */
    private static List<String> classes() throws IOException, URISyntaxException {
        Path here = Path.of(BalancerContract.class.getResource("").toURI());
        try (Stream<Path> files = Files.list(here)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CLASS_FILE))
                    .map(name -> name.substring(0, name.length() - CLASS_FILE.length()))
                    .toList();
        }
    }

    @Test
    void everyAlgorithmIsHeldToTheContract() throws IOException, URISyntaxException, ReflectiveOperationException {
        Set<Algorithm> held = new HashSet<>();
        for (String name : classes()) {
            Class<?> found = Class.forName(BalancerContract.class.getPackageName() + "." + name);
            if (found.getSuperclass() == BalancerContract.class) {
                held.add(((BalancerContract) found.getDeclaredConstructor().newInstance()).algorithm());
            }
        }
        assertThat(held).containsExactlyInAnyOrder(Algorithm.values());
    }
}
