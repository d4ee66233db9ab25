package roundhouse.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Laws, AWS's rules and bills against published and derived figures. */
class ScalingFiguresTest {
    /** The figures are written with at least six digits. */
    private static final double DIGITS = 5e-6;

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).asDouble(Double.NaN))
                .toArray();
    }

    private static void same(double actual, double expected, Object what) {
        assertThat(actual).as("%s", what).isCloseTo(expected, within(Math.abs(expected) * DIGITS + 1e-8));
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        return Golden.each("edge/scaling_laws.json", recorded -> {
            String id = recorded.get("id").asString();
            if (id.startsWith("usl_fit")) {
                fit(recorded);
                return;
            }
            for (JsonNode row : recorded.get("rows")) {
                law(id, row);
            }
        });
    }

    private static void law(String id, JsonNode row) {
        double[] r = numbers(row);
        switch (id) {
            case "amdahl" -> same(ScalabilityLaws.amdahl(r[0], r[1]), r[2], row);
            case "gustafson" -> same(ScalabilityLaws.gustafson(r[0], r[1]), r[2], row);
            case "usl_curve" -> same(new UniversalScalability(r[0], r[1], r[2]).throughput(r[3]), r[4], row);
            case "mmc" -> mmc(r, row);
            case "erlang_b_published" -> {
                double load = Erlang.loadForBlocking((int) r[0], r[1]);
                assertThat(load).as("%s", row).isCloseTo(r[3], withinPercentage(0.001));
                assertThat(Erlang.blocking((int) r[0], load)).isCloseTo(r[1], within(1e-9));
            }
            case "square_root_staffing" -> {
                same(SquareRootStaffing.beta(r[1]), r[2], row);
                assertThat(SquareRootStaffing.servers(r[0], r[1])).as("%s", row).isEqualTo((int) r[3]);
                assertThat(Erlang.serversFor(r[0], r[1])).as("%s", row).isEqualTo((int) r[4]);
            }
            case "headroom" -> same(ScalabilityLaws.headroom((int) r[0], (int) r[1], r[2]), r[3], row);
            case "pooling" -> {
                double load = r[0] * r[2];
                int servers = (int) (r[0] / r[1]);
                double ratio = Erlang.meanWait(servers, load / r[1]) / Erlang.meanWait((int) r[0], load);
                assertThat(ratio).as("%s", row).isCloseTo(r[3], withinPercentage(0.0005));
            }
            case "resolver_skew" -> {
                double[] weights = new double[row.get(0).asInt()];
                boolean equal = row.get(2).asString().equals("equal");
                Arrays.setAll(weights, i -> equal ? 1 : 1.0 / (i + 1));
                assertThat(ScalabilityLaws.resolverSkew(weights, row.get(1).asInt()))
                        .as("%s", row)
                        .isCloseTo(row.get(3).asDouble(), withinPercentage(0.005));
            }
            default -> throw new AssertionError("nobody checks " + id);
        }
    }

    private static void mmc(double[] r, JsonNode row) {
        int servers = (int) r[0];
        double load = servers * r[1];
        same(Erlang.blocking(servers, load), r[2], row);
        same(Erlang.waiting(servers, load), r[3], row);
        same(Erlang.meanWait(servers, load), r[4], row);
        same(Erlang.meanQueue(servers, load), r[5], row);
        same(Erlang.waitQuantile(servers, load, 0.95), r[6], row);
    }

    private static void fit(JsonNode recorded) {
        double[] x = numbers(recorded.get("x"));
        double[] y = numbers(recorded.get("y"));
        UniversalScalability fit = UniversalScalabilityFit.of(x, y);
        JsonNode expected = recorded.get("fit");
        assertThat(fit.alpha()).isCloseTo(expected.get("alpha").asDouble(), withinPercentage(0.05));
        assertThat(fit.beta()).isCloseTo(expected.get("beta").asDouble(), withinPercentage(0.05));
        assertThat(fit.gamma()).isCloseTo(expected.get("gamma").asDouble(), withinPercentage(0.05));
        if (expected.has("residual_standard_error")) {
            assertThat(fit.residualStandardError(x, y))
                    .isCloseTo(expected.get("residual_standard_error").asDouble(), withinPercentage(0.1));
        }
        JsonNode published = recorded.path("published");
        if (published.has("peak_load")) {
            assertThat(fit.peak()).isCloseTo(published.get("peak_load").asDouble(), within(0.05));
            assertThat(fit.throughput(fit.peak()))
                    .isCloseTo(published.get("peak_throughput").asDouble(), within(1.0));
            assertThat(fit.limit()).isCloseTo(published.get("limit").asDouble(), within(1.0));
            assertThat(fit.optimal()).isCloseTo(published.get("optimal_load").asDouble(), within(0.05));
        }
    }

    @TestFactory
    Stream<DynamicTest> stepsAsAws() {
        return Golden.each("edge/aws_autoscaling.json", recorded -> {
            String id = recorded.get("id").asString();
            if (id.startsWith("percent")) {
                assertThat(StepScaling.ofPercent(
                                recorded.get("current").asInt(),
                                recorded.get("percent").asDouble()))
                        .isEqualTo(recorded.get("change").asInt());
            } else if (id.startsWith("step")) {
                List<StepScaling.Step> steps = new ArrayList<>();
                for (JsonNode step : recorded.get("steps")) {
                    steps.add(new StepScaling.Step(
                            step.get(0).asDouble(Double.NEGATIVE_INFINITY),
                            step.get(1).asDouble(Double.POSITIVE_INFINITY),
                            step.get(2).asDouble()));
                }
                StepScaling scaling = new StepScaling(recorded.get("threshold").asDouble(), steps);
                double metric = recorded.get("metric").asDouble();
                assertThat(scaling.percent(metric))
                        .isEqualTo(recorded.path("step_percent").asDouble(0));
                assertThat(scaling.change(recorded.get("current").asInt(), metric))
                        .isEqualTo(recorded.get("change").asInt());
            }
        });
    }

    /** A capacity of 4 and one more asked for twice while it warms up gives 5, then two more give 6. */
    @Test
    void whatWarmsUpIsNotAddedTwice() {
        StepScaling one =
                new StepScaling(50, List.of(new StepScaling.Step(0, 20, 25), new StepScaling.Step(20, 99, 50)));
        assertThat(one.change(4, 0, 60)).isEqualTo(1);
        assertThat(one.change(4, 1, 60)).isZero();
        assertThat(one.change(4, 1, 75)).isEqualTo(1);
        assertThat(StepScaling.tracking(10, 80, 50)).isEqualTo(16);
    }

    @TestFactory
    Stream<DynamicTest> bills() {
        return Golden.each("edge/lb_bills.json", recorded -> {
            double dollars = recorded.get("usd_per_hour").asDouble();
            switch (recorded.get("kind").asString()) {
                case "alb" -> {
                    double units = BalancerBill.albUnits(
                            number(recorded, "new_per_s"),
                            number(recorded, "active"),
                            number(recorded, "gb_per_h"),
                            recorded.get("rules").asInt(),
                            number(recorded, "rps"));
                    same(units, number(recorded, "lcu"), recorded);
                    same(BalancerBill.alb(units), dollars, recorded);
                }
                case "nlb" -> {
                    double units = BalancerBill.nlbUnits(
                            BalancerBill.Protocol.valueOf(
                                    recorded.get("proto").asString().toUpperCase(Locale.ROOT)),
                            number(recorded, "new_per_s"),
                            number(recorded, "active"),
                            number(recorded, "gb_per_h"));
                    same(units, number(recorded, "lcu"), recorded);
                    same(BalancerBill.nlb(units), dollars, recorded);
                }
                case "azure_application_gateway_standard_v2" -> {
                    double units = BalancerBill.gatewayUnits(
                            number(recorded, "mbps"),
                            number(recorded, "active"),
                            number(recorded, "tls_new_per_s"),
                            recorded.get("min_instances").asInt());
                    same(units, number(recorded, "capacity_units"), recorded);
                    same(BalancerBill.gateway(units), dollars, recorded);
                }
                case "gcp_load_balancing" ->
                    same(
                            BalancerBill.google(recorded.get("forwarding_rules").asInt(), number(recorded, "gb_per_h")),
                            dollars,
                            recorded);
                default -> throw new AssertionError("nobody bills " + recorded);
            }
        });
    }

    private static double number(JsonNode recorded, String name) {
        return recorded.get(name).asDouble();
    }
}
