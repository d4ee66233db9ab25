package roundhouse.storage.quorums;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import roundhouse.kernel.RandomStream;
import tools.jackson.databind.JsonNode;

/**
 * The model of probabilistically bounded staleness against recordings of four million trials a row. The seed is fixed. Of some 600
 * probabilities 0.3 % lie outside three standard errors by chance, so at most 1 % may, and none beyond five; a wrong model is far off.
 */
class PbsStatisticalGoldenTest {
    private static final String FILE = "storage/pbs.json";
    private static final int TRIALS = 60_000;

    private final RandomStream random = new RandomStream(2012);
    private int compared;
    private int outside;

    private static Wars model(String distribution) {
        DelayLaw ssd = DelayLaw.mixed(0.9122, DelayLaw.pareto(0.235, 10), DelayLaw.exponential(1.66));
        DelayLaw disk = DelayLaw.mixed(0.38, DelayLaw.pareto(1.05, 1.51), DelayLaw.exponential(0.183));
        return switch (distribution) {
            case "LNKD-SSD" -> new Wars(ssd, ssd, ssd, ssd, 0);
            case "LNKD-DISK" -> new Wars(disk, ssd, ssd, ssd, 0);
            case "WAN" -> new Wars(disk, ssd, ssd, ssd, 75);
            case "YMMR" -> {
                DelayLaw write = DelayLaw.mixed(0.939, DelayLaw.pareto(3, 3.35), DelayLaw.exponential(0.0028));
                DelayLaw rest = DelayLaw.mixed(0.982, DelayLaw.pareto(1.5, 3.8), DelayLaw.exponential(0.0217));
                yield new Wars(write, rest, rest, rest, 0);
            }
            default -> {
                DelayLaw one = DelayLaw.exponential(1);
                double rate = Double.parseDouble(distribution.substring("EXP-W".length()));
                yield new Wars(DelayLaw.exponential(rate), one, one, one, 0);
            }
        };
    }

    @Test
    void probabilitiesAndLatenciesAreAsRecorded() {
        for (JsonNode row : Golden.cases(FILE)) {
            WarsSample sample = model(row.get("distribution").asString())
                    .sample(
                            row.get("N").intValue(),
                            row.get("R").intValue(),
                            row.get("W").intValue(),
                            TRIALS,
                            random);
            String name = row.get("distribution").asString() + " N=" + row.get("N") + " R=" + row.get("R") + " W="
                    + row.get("W");
            for (JsonNode point : row.get("p_consistent")) {
                double p = point.get(1).doubleValue();
                double own = Math.sqrt(p * (1 - p) / TRIALS);
                compare(
                        name + " at " + point.get(0),
                        sample.consistent(point.get(0).doubleValue()),
                        p,
                        own + point.get(2).doubleValue());
            }
            latencies(name, row, sample);
        }
        assertThat(compared).isGreaterThan(500);
        assertThat((double) outside / compared).isLessThanOrEqualTo(0.01);
    }

    /** A quantile's rank is binomial: the recorded value must lie between the values three standard errors of rank away. */
    private void latencies(String name, JsonNode row, WarsSample sample) {
        for (String share : new String[] {"p50", "p90", "p99"}) {
            double p = Double.parseDouble(share.substring(1)) / 100;
            double rank = 3 * Math.sqrt(p * (1 - p) / TRIALS);
            JsonNode read = row.get("read_ms").get(share);
            JsonNode write = row.get("write_ms").get(share);
            JsonNode visible = row.get("t_visibility_ms").get(share);
            within(name + " read " + share, read, sample.read(p - rank), sample.read(p + rank));
            within(name + " write " + share, write, sample.write(p - rank), sample.write(p + rank));
            within(name + " visible " + share, visible, sample.visibility(p - rank), sample.visibility(p + rank));
        }
    }

    private void within(String name, JsonNode recorded, double low, double high) {
        double value = recorded.get(0).doubleValue();
        double more = 3 * recorded.get(1).doubleValue() + 1e-4 * value;
        compared++;
        if (value < low - more || value > high + more) {
            outside++;
            double width = Math.max(high - low, 1e-9);
            assertThat(value).as(name).isBetween(low - more - width, high + more + width);
        }
    }

    private void compare(String name, double found, double expected, double error) {
        compared++;
        double off = Math.abs(found - expected);
        if (off > 3 * error + 1e-9) {
            outside++;
            assertThat(off).as(name).isLessThan(5 * error + 2.0 / TRIALS);
        }
    }
}
