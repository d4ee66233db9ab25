package roundhouse.workbench.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.ReadResult;
import roundhouse.topology.Topology;
import roundhouse.topology.TopologyFile;

class KeySetTest {
    @Test
    void keysOfAPatternKeepItWhenThereAreMoreOfThem() {
        assertThat(KeySet.pattern("cart:{n}", 2).resized(3).texts()).containsExactly("cart:0", "cart:1", "cart:2");
        assertThat(KeySet.pattern("cart", 2).texts()).containsExactly("cart0", "cart1");
        assertThat(KeySet.counted(2).texts()).containsExactly("key-0", "key-1");
    }

    @Test
    void aFileIsAKeyALine(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keys.txt"), "a\n\nb b\n");
        assertThat(KeySet.file(file).texts()).containsExactly("a", "b b");
    }

    @Test
    void liveTrafficIsThatOfTheClientsBeforeTheBalancer() throws IOException {
        String text = Files.readString(Path.of("samples", "consistent-hashing.json"));
        Topology topology = ((ReadResult.Read) TopologyFile.parse(text)).topology();
        KeySet live = KeySet.live(topology, "lb-1").orElseThrow();
        assertThat(live.size()).isEqualTo(10_000);
        assertThat(Arrays.stream(live.shares()).sum()).isEqualTo(1, offset(1e-9));
        assertThat(live.share(0)).isGreaterThan(live.share(1)).isGreaterThan(live.share(9_999));
        assertThat(KeySet.live(topology, "s1")).isPresent();
        assertThat(KeySet.live(topology, "nobody")).isEmpty();
        assertThat(KeySet.live(Topology.EMPTY, "")).isEmpty();
    }
}
