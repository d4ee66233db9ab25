package roundhouse.workbench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;

/** What is made from a document is called as its file is, or by its name where it has none. */
class FileStemTest {
    @ParameterizedTest
    @CsvSource({
        "Three equal servers, , three-equal-servers",
        "¿Größe 2?, , größe-2",
        "…, , untitled",
        "Three equal servers, here/shop.json, shop",
        "Three equal servers, here/shop.v2.json, shop.v2",
        "Three equal servers, here/shop.roundhouse.json, shop",
        "Three equal servers, here/nginx, nginx"
    })
    void isOfTheFileOrTheName(String name, String file, String stem) {
        Document document = new Document();
        document.open(Topology.EMPTY.named(name, ""), file == null ? null : Path.of(file));
        assertThat(document.fileStem()).isEqualTo(stem);
    }
}
