package roundhouse.kernel.engines;

import java.util.Arrays;
import roundhouse.kernel.RandomStream;

/** No engine: the time of the next arrival, and the time at which each server is free, compared. What is left is the model's own work. */
public final class BareLoop implements Engine {
    @Override
    public String name() {
        return "bare loop";
    }

    @Override
    public double queue(int servers, double utilisation, int customers) {
        return servers == 1 ? one(utilisation, customers) : many(servers, utilisation, customers);
    }

    private static double one(double utilisation, int customers) {
        RandomStream arrivals = Draws.arrivals();
        RandomStream services = Draws.services();
        double gap = Draws.gap(1, utilisation);
        Line line = new Line();
        double arrival = arrivals.nextExponential() * gap;
        double departure = Double.POSITIVE_INFINITY;
        int arrived = 0;
        while (true) {
            if (arrival < departure) {
                if (arrived++ == customers) {
                    return line.mean();
                }
                double now = arrival;
                line.add(now);
                if (departure == Double.POSITIVE_INFINITY) {
                    departure = serve(line, services, now);
                }
                arrival = now + arrivals.nextExponential() * gap;
            } else {
                departure = line.isEmpty() ? Double.POSITIVE_INFINITY : serve(line, services, departure);
            }
        }
    }

    private static double many(int servers, double utilisation, int customers) {
        RandomStream arrivals = Draws.arrivals();
        RandomStream services = Draws.services();
        double gap = Draws.gap(servers, utilisation);
        Line line = new Line();
        double arrival = arrivals.nextExponential() * gap;
        double[] departures = new double[servers];
        Arrays.fill(departures, Double.POSITIVE_INFINITY);
        int busy = 0;
        int arrived = 0;
        while (true) {
            int first = 0;
            for (int i = 1; i < servers; i++) {
                first = departures[i] < departures[first] ? i : first;
            }
            if (arrival < departures[first]) {
                if (arrived++ == customers) {
                    return line.mean();
                }
                double now = arrival;
                line.add(now);
                if (busy < servers) {
                    busy++;
                    departures[idle(departures)] = serve(line, services, now);
                }
                arrival = now + arrivals.nextExponential() * gap;
            } else if (line.isEmpty()) {
                departures[first] = Double.POSITIVE_INFINITY;
                busy--;
            } else {
                departures[first] = serve(line, services, departures[first]);
            }
        }
    }

    private static int idle(double[] departures) {
        int server = 0;
        while (departures[server] != Double.POSITIVE_INFINITY) {
            server++;
        }
        return server;
    }

    /** When the one who was first in line leaves. */
    private static double serve(Line line, RandomStream services, double now) {
        double service = services.nextExponential();
        line.serve(now, service);
        return now + service;
    }

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public void hold(int pending, int events) {
        throw new UnsupportedOperationException("it has no queue");
    }
}
