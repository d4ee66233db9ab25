package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of servers in tables: two servers, five from 4 s on, and what they cost. */
class GroupReportsTest {
    private static final String GROUP = """
            { "format": 1, "name": "T", "duration": "8s",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                { "id": "lb", "kind": "load-balancer" },
                { "id": "web", "kind": "server-group", "server": { "service": "1ms", "price": "%s" } } ],
              "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" } ],
              "scenario": [ { "at": "4050ms", "scale": "web", "to": 5 } ] }""";

    @TempDir
    private Path folder;

    private String file(String name, String price) throws IOException {
        return Files.writeString(folder.resolve(name), GROUP.formatted(price)).toString();
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows =
                csv.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
        assertThat(rows).allMatch(row -> row.size() == rows.getFirst().size());
        return rows;
    }

    private static String cell(List<List<String>> rows, String first, String column) {
        return rows.stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow()
                .get(rows.getFirst().indexOf(column));
    }

    @Test
    void aGroupHasARowOfItsOwn() throws IOException {
        List<List<String>> rows = rows(
                CliRunner.run("run", file("t.json", "3.6/h"), "--format", "csv").out());
        assertThat(cell(rows, "web", "kind")).isEqualTo("server-group");
        assertThat(cell(rows, "web", "count")).isEqualTo("5");
        assertThat(cell(rows, "web", "count_least")).isEqualTo("2");
        assertThat(cell(rows, "web", "grown")).isEqualTo("1");
        assertThat(Double.parseDouble(cell(rows, "web", "server_seconds"))).isEqualTo(8 * 2 + 3.95 * 3);
        assertThat(cell(rows, "web", "picked")).isEmpty();
        assertThat(cell(rows, "web-1", "count")).isEmpty();
        assertThat(cell(rows, "web-1", "kind")).isEqualTo("server");
    }

    @Test
    void overTimeItsSizeIsAColumn() throws IOException {
        Path out = folder.resolve("out");
        CliRunner.run("run", file("t.json", "3.6/h"), "--out", out.toString());
        List<List<String>> rows = rows(Files.readString(out.resolve("series.csv")));
        assertThat(cell(rows, "4.0", "count_web")).isEqualTo("2");
        assertThat(cell(rows, "4.1", "count_web")).isEqualTo("5");
        assertThat(cell(rows, "4.1", "serving_web")).isEqualTo("5");
        assertThat(Double.parseDouble(cell(rows, "4.1", "cost_per_hour"))).isEqualTo(5 * 3.6);
    }

    /** Of 27.85 server-seconds in 8 s, at 3.60 an hour each, and 800 requests. */
    @Test
    void comparisonsSayWhatBothCost() throws IOException {
        String a = file("a.json", "3.6/h");
        String b = file("b.json", "7.2/h");
        List<List<String>> rows =
                rows(CliRunner.run("compare", a, b, "--format", "csv").out().replace("\"", ""));
        double perHour = 27.85 / 8 * 3.6;
        assertThat(Double.parseDouble(cell(rows, "T", "cost_per_hour_a"))).isCloseTo(perHour, within(1e-6));
        assertThat(Double.parseDouble(cell(rows, "T", "cost_per_hour_b"))).isCloseTo(2 * perHour, within(1e-6));
        assertThat(Double.parseDouble(cell(rows, "T", "cost_per_hour_difference")))
                .isCloseTo(perHour, within(1e-6));
        double million = 1e6 * 27.85 * 3.6 / 3_600 / 800;
        assertThat(Double.parseDouble(cell(rows, "T", "cost_per_million_a"))).isCloseTo(million, within(0.2));
        assertThat(CliRunner.run("compare", a, b, "--format", "markdown").out())
                .contains("| cost A, USD/h | cost B, USD/h | a million requests A, USD | a million requests B, USD |")
                .contains("| 12.53 | 25.07 |");
        String free = Files.writeString(
                        folder.resolve("free.json"), GROUP.formatted("0/h").replace(", \"price\": \"0/h\"", ""))
                .toString();
        assertThat(CliRunner.run("compare", free, free, "--format", "csv").out())
                .doesNotContain("cost");
    }
}
