package roundhouse.simulation.clients;

import java.util.List;
import roundhouse.kernel.RandomStream;
import roundhouse.kernel.Streams;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;

/** When open-loop requests come. Fractions of a nanosecond are carried over, so rates are exact however high. */
abstract sealed class ArrivalTimes {
    /** There will be no further one. */
    static final long NEVER = Long.MAX_VALUE;

    private double carried;

    /** The time of the next arrival, given that one just came (or that counting starts) at {@code nowNanos}. */
    abstract long nextNanos(long nowNanos);

    /** The time so many nanoseconds after {@code nowNanos}. */
    final long afterNanos(long nowNanos, double gap) {
        double exact = gap + carried;
        if (exact > 9e18 - nowNanos) {
            return NEVER;
        }
        long whole = (long) exact;
        carried = exact - whole;
        return nowNanos + whole;
    }

    /** The arrivals of that clients node; a closed loop has none of its own. */
    static ArrivalTimes of(Clients clients, Streams streams, String owner) {
        RandomStream random = streams.of(owner, "arrivals");
        return switch (clients.arrivals()) {
            case Arrivals.Poisson(double rate) -> new Poisson(rate, random);
            case Arrivals.Constant(double rate) -> new Constant(rate);
            case Arrivals.Bursty bursty -> new Bursty(bursty, random, streams.of(owner, "bursts"));
            case Arrivals.Curve(List<Arrivals.Curve.Point> points) -> new Curve(points, random);
            case Arrivals.Closed _ -> new Constant(0);
            case Arrivals.Recorded _ ->
                new Recorded(
                        clients.keys() instanceof KeyDistribution.FromFile from ? from.recorded() : RecordedKeys.NONE);
        };
    }

    /** At the times of a file, those that are past left out. */
    private static final class Recorded extends ArrivalTimes {
        private final RecordedKeys recorded;
        private int next;

        Recorded(RecordedKeys recorded) {
            this.recorded = recorded;
        }

        @Override
        long nextNanos(long nowNanos) {
            while (next < recorded.length() && recorded.timeNanos(next) < nowNanos) {
                next++;
            }
            return next < recorded.length() ? recorded.timeNanos(next++) : NEVER;
        }
    }

    private static final class Poisson extends ArrivalTimes {
        private final double mean;
        private final RandomStream random;

        Poisson(double rate, RandomStream random) {
            this.mean = 1e9 / rate;
            this.random = random;
        }

        @Override
        long nextNanos(long nowNanos) {
            return afterNanos(nowNanos, mean * random.nextExponential());
        }
    }

    private static final class Constant extends ArrivalTimes {
        private final double gap;

        Constant(double rate) {
            this.gap = 1e9 / rate;
        }

        @Override
        long nextNanos(long nowNanos) {
            return afterNanos(nowNanos, gap);
        }
    }

    /**
     * On from the start. An exponential gap that reaches beyond the burst starts over in the next, for it remembers nothing. Where gaps
     * reach over very many bursts each is drawn once, and the number of bursts in it is Poisson and their pauses' sum Gamma, both of them normal to within the
     * thousandth part of their spread.
     */
    private static final class Bursty extends ArrivalTimes {
        /** More bursts in a gap are not lived through one by one. */
        private static final double MANY = 1_000;

        private final double gap;
        private final double on;
        private final double off;
        private final RandomStream random;
        private final RandomStream bursts;
        private double end = -1;

        Bursty(Arrivals.Bursty bursty, RandomStream random, RandomStream bursts) {
            this.gap = 1e9 / bursty.rate();
            this.on = DurationSampler.nanos(bursty.on());
            this.off = DurationSampler.nanos(bursty.off());
            this.random = random;
            this.bursts = bursts;
        }

        @Override
        long nextNanos(long nowNanos) {
            if (gap == Double.POSITIVE_INFINITY || on == 0) {
                return NEVER;
            }
            if (end < 0) {
                end = nowNanos + on * bursts.nextExponential();
            }
            double at = nowNanos + gap * random.nextExponential();
            if (gap / on > MANY) {
                return afterNanos(nowNanos, later(at) - nowNanos);
            }
            while (at > end) {
                double start = end + off * bursts.nextExponential();
                end = start + on * bursts.nextExponential();
                at = start + gap * random.nextExponential();
            }
            return afterNanos(nowNanos, at - nowNanos);
        }

        /**
         * The arrival that would come at that time if the burst went on. What is left of the gap at the end of a burst is what it is in
         * the next: how many bursts there are depends on it, so it must not be drawn anew.
         */
        private double later(double at) {
            double many = (at - end) / on;
            if (many > MANY) {
                return leap(at, many);
            }
            double arrival = at;
            while (arrival > end) {
                double left = arrival - end;
                double start = end + off * bursts.nextExponential();
                end = start + on * bursts.nextExponential();
                arrival = start + left;
            }
            return arrival;
        }

        /** The arrival that would come at that time if the rest of it were one burst, given how many it is on average. */
        private double leap(double at, double average) {
            double pauses = 1 + Math.max(0, average + Math.sqrt(average) * bursts.nextGaussian());
            double paused = off * Math.max(0, pauses + Math.sqrt(pauses) * bursts.nextGaussian());
            end = at + paused + on * bursts.nextExponential();
            return at + paused;
        }
    }

    /** By inversion: the area under the rate since the last arrival is exponential with mean 1. */
    private static final class Curve extends ArrivalTimes {
        private final double[] times;
        private final double[] rates;
        private final RandomStream random;

        Curve(List<Arrivals.Curve.Point> points, RandomStream random) {
            times = points.stream()
                    .mapToDouble(point -> DurationSampler.nanos(point.at()))
                    .toArray();
            rates = points.stream().mapToDouble(point -> point.rate() / 1e9).toArray();
            this.random = random;
        }

        @Override
        long nextNanos(long nowNanos) {
            double area = random.nextExponential();
            double from = nowNanos;
            for (int i = 0; i < times.length; i++) {
                if (from >= times[i]) {
                    continue;
                }
                // Before the first point the rate is that of the first point.
                double slope = i == 0 ? 0 : (rates[i] - rates[i - 1]) / (times[i] - times[i - 1]);
                double rate = i == 0 ? rates[0] : rates[i - 1] + slope * (from - times[i - 1]);
                double here = (rate + rates[i]) / 2 * (times[i] - from);
                if (area <= here) {
                    return afterNanos(nowNanos, from - nowNanos + solve(rate, slope, area));
                }
                area -= here;
                from = times[i];
            }
            double last = times.length == 0 ? 0 : rates[times.length - 1];
            return last == 0 ? NEVER : afterNanos(nowNanos, from - nowNanos + area / last);
        }

        /** The x at which rate · x + slope · x² / 2 is the area, in the form that loses no digits. */
        private static double solve(double rate, double slope, double area) {
            return 2 * area / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * area)));
        }
    }
}
