package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
