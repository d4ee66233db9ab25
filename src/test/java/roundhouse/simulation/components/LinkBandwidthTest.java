package roundhouse.simulation.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Values of 12,500 bytes, 100,000 bits, over links that carry so much. */
class LinkBandwidthTest {
    private static final double MILLI = 1e6;

    private static Report run(String arrivals, double reads, int there, String bandwidth) {
        Topology topology =
                ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "name": "T", "duration": "20s",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": %s, "reads": %s, "values": { "min": 12500 } },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 64 } ],
                  "links": [ { "from": "users", "to": "web", "latency": "%dms"%s } ] }""".formatted(arrivals, reads, there, bandwidth))).topology();
        Run run = Run.of(topology);
        run.runUntil(20_000_000_000L);
        return run.report();
    }

    private static String constant(int rate) {
        return "{ \"type\": \"constant\", \"rate\": \"" + rate + "/s\" }";
    }

    /** An answer that is read, and a value that is written, take 100,000 bits by the bandwidth; and the other way nothing. */
    @ParameterizedTest
    @CsvSource({"1, 10, 10", "1, 100, 1", "0, 10, 10", "0, 50, 2"})
    void aValueTakesItsBitsByTheBandwidth(double reads, int megabit, double takes) {
        Report report = run(constant(50), reads, 5, ", \"bandwidth\": " + megabit);
        assertThat(report.latency().meanNanos() / MILLI).isCloseTo(11 + takes, within(1e-3));
    }

    @Test
    void withoutABandwidthNothingWaits() {
        assertThat(run(constant(50), 1, 5, "").latency().meanNanos() / MILLI).isCloseTo(11, within(1e-3));
    }

    /** At 80 of 100 values a second, which come as they like, a value waits 0.8/(2(1 − 0.8)) of the 10 ms before it: M/D/1. */
    @Test
    void valuesWaitForEachOtherAsInMD1() {
        Report report = run("{ \"type\": \"poisson\", \"rate\": \"80/s\" }", 1, 0, ", \"bandwidth\": 10");
        assertThat(report.latency().meanNanos() / MILLI - 11).isCloseTo(20, within(6.0));
    }

    /** What is more than it carries comes later and later: at twice as much half has come in the end. */
    @Test
    void moreThanItCarriesGrows() {
        Report report = run(constant(200), 1, 0, ", \"bandwidth\": 10");
        assertThat(report.unfinished()).isCloseTo(2_000L, within(5L));
    }
}
