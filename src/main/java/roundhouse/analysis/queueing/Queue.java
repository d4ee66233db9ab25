package roundhouse.analysis.queueing;

import java.util.Locale;
import roundhouse.scaling.Erlang;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.types.Types;

/**
 * A queue with Poisson arrivals.
 *
 * <p>M/M/c: Erlang C. M/D/1 and M/G/1: Pollaczek and Khinchine. Kleinrock, Queueing Systems I (1975), chapters 3 and 5. Under
 * processor sharing the law of the service times does not matter to how many are there: they are as many as with exponential ones.
 * Kelly, Reversibility and Stochastic Networks (1979), section 3.3.
 *
 * @param rate arrivals a second
 * @param room requests that may be there at once; {@link Types#UNLIMITED} for all
 * @param how what is taken for granted beside the queue, to stand after its formulas
 */
record Queue(double rate, ServiceLaw service, int cores, Discipline discipline, int room, String how) {
    /** A bound that turns away less than this part of the requests changes no digit that is shown. */
    private static final double SELDOM = 1e-9;

    /** Steps that halve where a percentile lies: the last is less than a part in 10^15. */
    private static final int HALVINGS = 60;

    /** Busy cores on average, erlangs. */
    double load() {
        return rate * service.meanSeconds();
    }

    /** Kendall's notation. */
    String name() {
        return "M/" + service.letter() + "/" + cores + (isShared() ? "-PS" : "");
    }

    /** Whether there is a bound and it matters. Service times that vary less than exponential ones come to it still more seldom. */
    private boolean isBounded() {
        return room != Types.UNLIMITED
                && (service.spread() > 1 || new BoundedQueue(load(), cores, room).refused() > SELDOM);
    }

    /** M/M/c/K. */
    private ClosedForm bounded(Quantity quantity) {
        if (!isInsensitive()) {
            return ClosedForm.not("there is room for " + room
                    + " only, and queues with a bound have a closed form for exponential service times only");
        }
        BoundedQueue queue = new BoundedQueue(load(), cores, room);
        double entering = rate * (1 - queue.refused());
        return switch (quantity) {
            case UTILISATION -> form(queue.busy() / cores, "ρ = λ (1 − pK) s / c");
            case IN_FLIGHT -> form(queue.there(), "L = ∑ n pn");
            case QUEUE ->
                isShared()
                        ? nobodyWaits()
                        : form(queue.there() - queue.busy(), "Lq = L − λ (1 − pK) s, with L = ∑ n pn");
            case MEAN_LATENCY -> form(queue.there() / entering, "Little's law: W = L / (λ (1 − pK)), with L = ∑ n pn");
            default ->
                ClosedForm.not("there is room for " + room + " only, which leaves no closed form for percentiles");
        };
    }

    ClosedForm of(Quantity quantity) {
        if (quantity == Quantity.RATE) {
            return form(rate, "Poisson arrivals: λ, as the clients' settings have it");
        }
        if (isBounded()) {
            return bounded(quantity);
        }
        if (load() >= cores) {
            return ClosedForm.not(String.format(
                    Locale.ROOT,
                    "%.2f requests' work comes a second for each that the cores can do: there is no steady state, the queue grows for ever",
                    load() / cores));
        }
        if (quantity == Quantity.UTILISATION) {
            return form(load() / cores, "Utilisation law: ρ = λ s / c");
        }
        if (Double.isNaN(service.spread())) {
            return ClosedForm.not(
                    "normal service times this near to zero are cut off there, which changes their variance");
        }
        if (cores > 1 && !isInsensitive()) {
            return ClosedForm.not("queues of several cores have a closed form for exponential service times only");
        }
        return switch (quantity) {
            case IN_FLIGHT -> form(rate * latency(), "Little's law: L = λ W, with W " + waitFormula());
            case QUEUE ->
                isShared()
                        ? nobodyWaits()
                        : form(
                                rate * (latency() - service.meanSeconds()),
                                "Little's law: Lq = λ Wq, with Wq " + waitFormula());
            case MEAN_LATENCY ->
                form(latency(), isShared() ? "W " + waitFormula() : "W = Wq + s, with Wq " + waitFormula());
            case P50_LATENCY -> percentile(0.5);
            default -> percentile(0.99);
        };
    }

    private boolean isShared() {
        return discipline == Discipline.PROCESSOR_SHARING;
    }

    /** Whether how many are there is as with exponential service times. */
    private boolean isInsensitive() {
        return exponential() || isShared();
    }

    private static ClosedForm nobodyWaits() {
        return ClosedForm.not("under processor sharing nobody waits for a core");
    }

    private boolean exponential() {
        return service.letter().equals("M");
    }

    private String waitFormula() {
        if (isShared()) {
            return (cores == 1 ? "= s / (1 − ρ)" : "= s (1 + C(c, λ s) / (c − λ s)) by Erlang C")
                    + " whatever the law of service times";
        }
        return exponential()
                ? cores == 1 ? "= ρ s / (1 − ρ)" : "= C(c, λ s) s / (c − λ s) by Erlang C"
                : "= ρ s (1 + v) / (2 (1 − ρ)) by Pollaczek and Khinchine";
    }

    /** How long requests are there on average, seconds. */
    private double latency() {
        double mean = service.meanSeconds();
        double wait = isInsensitive()
                ? mean * Erlang.meanWait(cores, load())
                : load() * mean * (1 + service.spread()) / (2 * (1 - load()));
        return wait + mean;
    }

    private ClosedForm percentile(double part) {
        if (isShared()) {
            return ClosedForm.not("percentiles have no closed form under processor sharing");
        }
        if (!exponential()) {
            return ClosedForm.not("percentiles have a closed form for exponential service times only");
        }
        double low = 0;
        double high = service.meanSeconds();
        while (longer(high) > 1 - part) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (longer(middle) > 1 - part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return form(
                high,
                cores == 1
                        ? "the time t at which exp(−(1 − ρ) t / s) is " + rest(part)
                        : "the time t at which exp(−t / s) (1 + C (1 − exp(−t (c − 1 − λ s) / s)) / (c − 1 − λ s)) is "
                                + rest(part) + ", with C by Erlang C");
    }

    private static String rest(double part) {
        return part == 0.5 ? "one half" : "1 %";
    }

    /** The part that is there for longer than that, seconds: the sum of an exponential service and a wait that is one with a probability. */
    private double longer(double seconds) {
        double services = seconds / service.meanSeconds();
        double waiting = Erlang.waiting(cores, load());
        double gap = cores - 1 - load();
        // As the gap nears 0, (1 − exp(−x gap)) / gap nears x.
        double both = Math.abs(gap) < 1e-9 ? services : -Math.expm1(-services * gap) / gap;
        return Math.exp(-services) * (1 + waiting * both);
    }

    private ClosedForm form(double value, String formula) {
        String spread = exponential() ? "" : String.format(Locale.ROOT, ", v = %.3g", service.spread());
        return ClosedForm.of(
                value,
                String.format(
                        Locale.ROOT,
                        "%s. %s; λ = %.5g/s, s = %.4g ms, c = %d, ρ = %.3g%s%s",
                        isBounded() ? name() + "/" + room : name(),
                        formula,
                        rate,
                        service.meanSeconds() * 1e3,
                        cores,
                        load() / cores,
                        spread,
                        how));
    }
}
