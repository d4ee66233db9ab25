package roundhouse.simulation.testing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** By chance: what balancers trust, pass on and remember. */
public final class RandomHealth {
    private final Chance chance;

    public RandomHealth(Chance chance) {
        this.chance = chance;
    }

    /** Each kind of rule, or some, or none. */
    public Health health() {
        return new Health(
                chance.oneIn(3) ? null : active(),
                chance.half() ? new Health.Passive(chance.between(1, 3), Duration.ofSeconds(1), Failure.NGINX) : null,
                chance.half() ? ejection() : null,
                chance.half() ? chance.between(1, 100) : 0,
                chance.half() ? Duration.ofSeconds(chance.between(1, 3)) : Duration.ZERO);
    }

    private Health.Active active() {
        return new Health.Active(
                chance.pick(Health.Probe.values()),
                Duration.ofMillis(chance.between(20, 120)),
                Duration.ofMillis(chance.between(5, 100)),
                chance.between(1, 3),
                chance.between(1, 3),
                chance.half() ? Duration.ofMillis(10) : null,
                chance.half() ? Duration.ofMillis(150) : null,
                CheckQuestion.USUAL,
                new MarkedActions(chance.oneIn(3), chance.oneIn(3)));
    }

    private Health.Ejection ejection() {
        return new Health.Ejection(
                chance.between(2, 6),
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                chance.between(0, 100),
                true,
                2,
                20,
                1.0);
    }

    public FailoverPolicy passOn() {
        return new FailoverPolicy(
                chance.between(1, 3),
                Failure.NGINX,
                true,
                chance.pick(FailoverPolicy.Next.values()),
                chance.millis(20),
                chance.half() ? chance.millis(50) : null);
    }

    public Sticky sticky(int layer) {
        Sticky.By by = layer == 7 ? chance.pick(Sticky.By.values()) : chance.pick(Sticky.By.OFF, Sticky.By.ADDRESS);
        return switch (by) {
            case OFF, COOKIE -> Sticky.of(by);
            case ADDRESS, HEADER -> table(by, by == Sticky.By.HEADER ? RandomNodes.HEADER : null);
        };
    }

    private Sticky table(Sticky.By by, @Nullable String header) {
        return new Sticky(
                by,
                header,
                chance.half() ? chance.millis(500) : null,
                chance.between(1, 40),
                chance.pick(Sticky.WhenFull.values()));
    }
}
