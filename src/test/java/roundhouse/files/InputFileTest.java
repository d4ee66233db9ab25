package roundhouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir
    private Path directory;

    @Test
    void aDeviceIsNotOpened() {
        Path zero = Path.of("/dev/zero");
        assumeThat(zero).exists();
        assertThatThrownBy(() -> InputFile.open(zero, "a topology"))
                .hasMessage(
                        "/dev/zero is not a regular file; give what comes from elsewhere to the standard input, as -");
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheText() throws IOException {
        try (BufferedReader lines =
                InputFile.text(Files.writeString(directory.resolve("keys.txt"), "\uFEFFalpha\nbeta\n"), "keys")) {
            assertThat(lines.lines()).containsExactly("alpha", "beta");
        }
        try (BufferedReader lines = InputFile.text(Files.writeString(directory.resolve("empty.txt"), ""), "keys")) {
            assertThat(lines.lines()).isEmpty();
        }
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Path latin = Files.write(directory.resolve("latin.txt"), new byte[] {'a', (byte) 0xe4, '\n'});
        assertThatThrownBy(() -> InputFile.text(latin, "keys").readLine()).isInstanceOf(MalformedInputException.class);
    }
}
