package roundhouse.scaling;

/** Erlang's formulas (1917) for c servers, Poisson arrivals and a load in erlangs: arrival rate by service rate of one server. */
public final class Erlang {
    private Erlang() {}

    /** The part of requests that find all servers busy and go away. */
    public static double blocking(int servers, double load) {
        double blocking = 1;
        for (int k = 1; k <= servers; k++) {
            blocking = load * blocking / (k + load * blocking);
        }
        return blocking;
    }

    /** The part of requests that must wait (Erlang C); 1 when the load is not below the servers. */
    public static double waiting(int servers, double load) {
        if (load >= servers) {
            return 1;
        }
        double blocking = blocking(servers, load);
        return servers * blocking / (servers - load * (1 - blocking));
    }

    /** Mean wait in mean service times, of those too that do not wait; infinite when the load is not below the servers. */
    public static double meanWait(int servers, double load) {
        return load >= servers ? Double.POSITIVE_INFINITY : waiting(servers, load) / (servers - load);
    }

    /** Mean number of those that wait. */
    public static double meanQueue(int servers, double load) {
        return load * meanWait(servers, load);
    }

    /** The wait, in mean service times, that this part of the requests does not exceed. */
    public static double waitQuantile(int servers, double load, double part) {
        double waiting = waiting(servers, load);
        return waiting <= 1 - part ? 0 : Math.log(waiting / (1 - part)) / (servers - load);
    }

    /** The load, in erlangs, at which this part of the requests is blocked. */
    public static double loadForBlocking(int servers, double part) {
        double low = 0;
        double high = servers / (1 - part) + 1;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (blocking(servers, middle) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The fewest servers with which no more than this part waits. */
    public static int serversFor(double load, double waitingPart) {
        int servers = (int) load + 1;
        while (waiting(servers, load) > waitingPart) {
            servers++;
        }
        return servers;
    }
}
