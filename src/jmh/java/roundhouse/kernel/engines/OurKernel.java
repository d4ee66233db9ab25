package roundhouse.kernel.engines;

import roundhouse.kernel.EventHandler;
import roundhouse.kernel.Kernel;
import roundhouse.kernel.RandomStream;
import roundhouse.kernel.SingleEvent;

/** Roundhouse's kernel, as its runs use it: whole nanoseconds, a total order, and the digest of every event. */
final class OurKernel implements Engine {
    /** Nanoseconds of the mean service. */
    private static final double UNIT = 1e9;

    @Override
    public String name() {
        return "Roundhouse";
    }

    @Override
    public double queue(int servers, double utilisation, int customers) {
        Kernel kernel = new Kernel();
        Draws draws = new Draws(servers, utilisation, UNIT);
        Departures departures = new Departures(kernel, draws, servers);
        Arrivals arrivals = new Arrivals(kernel, draws, departures, customers);
        arrivals.next();
        kernel.runUntil(Long.MAX_VALUE);
        return departures.line.mean() / UNIT;
    }

    private static final class Arrivals extends EventHandler {
        private final Kernel kernel;
        private final Draws draws;
        private final Departures departures;
        private final SingleEvent event;
        private int left;

        Arrivals(Kernel kernel, Draws draws, Departures departures, int customers) {
            super(kernel, "arrivals");
            this.kernel = kernel;
            this.draws = draws;
            this.departures = departures;
            this.left = customers;
            this.event = new SingleEvent(kernel, this);
        }

        void next() {
            event.schedule((long) draws.gap(), 0);
        }

        @Override
        protected void fire(int argument) {
            if (--left >= 0) {
                departures.arrive(kernel.nowNanos());
                next();
            } else {
                kernel.cancel(departures);
            }
        }
    }

    private static final class Departures extends EventHandler {
        private final Kernel kernel;
        private final Draws draws;
        private final Line line = new Line();
        private final SingleEvent only;
        private final boolean alone;
        private int idle;

        Departures(Kernel kernel, Draws draws, int servers) {
            super(kernel, "departures");
            this.kernel = kernel;
            this.draws = draws;
            this.idle = servers;
            this.alone = servers == 1;
            this.only = new SingleEvent(kernel, this);
        }

        void arrive(long nowNanos) {
            line.add(nowNanos);
            if (idle > 0) {
                idle--;
                serve(nowNanos);
            }
        }

        private void serve(long nowNanos) {
            long serviceNanos = (long) (draws.service() * UNIT);
            line.serve(nowNanos, serviceNanos);
            if (alone) {
                only.schedule(serviceNanos, 0);
            } else {
                kernel.schedule(serviceNanos, this, 0);
            }
        }

        @Override
        protected void fire(int argument) {
            if (line.isEmpty()) {
                idle++;
            } else {
                serve(kernel.nowNanos());
            }
        }
    }

    @Override
    public void hold(int pending, int events) {
        Kernel kernel = new Kernel();
        Again again = new Again(kernel);
        for (int i = 0; i < pending; i++) {
            again.schedule();
        }
        for (int i = 0; i < events; i++) {
            kernel.step();
        }
    }

    private static final class Again extends EventHandler {
        private final Kernel kernel;
        private final RandomStream random = new RandomStream(1);

        Again(Kernel kernel) {
            super(kernel, "again");
            this.kernel = kernel;
        }

        void schedule() {
            kernel.schedule((long) (random.nextExponential() * UNIT), this, 0);
        }

        @Override
        protected void fire(int argument) {
            schedule();
        }
    }
}
