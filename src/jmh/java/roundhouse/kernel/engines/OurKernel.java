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
        Line line = new Line();
        Departures departures = servers == 1 ? new OneServer(kernel, line) : new Servers(kernel, line, servers);
        Arrivals arrivals = new Arrivals(kernel, departures, UNIT * Draws.gap(servers, utilisation), customers);
        arrivals.next(0);
        kernel.runUntil(Long.MAX_VALUE);
        return line.mean() / UNIT;
    }

    /** Servers and who waits for them. */
    private interface Departures {
        void arrive(long nowNanos);

        /** Nobody leaves from now on. */
        void stop();
    }

    private static final class Arrivals extends SingleEvent {
        private final Kernel kernel;
        private final RandomStream random = Draws.arrivals();
        private final double gap;
        private final Departures departures;
        private int left;

        Arrivals(Kernel kernel, Departures departures, double gap, int customers) {
            super(kernel, "arrivals");
            this.kernel = kernel;
            this.gap = gap;
            this.departures = departures;
            this.left = customers;
        }

        void next(long nowNanos) {
            scheduleAt(nowNanos + (long) (random.nextExponential() * gap));
        }

        @Override
        protected void fire(long nowNanos) {
            if (--left >= 0) {
                departures.arrive(nowNanos);
                next(nowNanos);
            } else {
                departures.stop();
            }
        }
    }

    /** One server has at most one departure to come. */
    private static final class OneServer extends SingleEvent implements Departures {
        private final Kernel kernel;
        private final RandomStream random = Draws.services();
        private final Line line;
        private boolean idle = true;

        OneServer(Kernel kernel, Line line) {
            super(kernel, "departures");
            this.kernel = kernel;
            this.line = line;
        }

        @Override
        public void arrive(long nowNanos) {
            line.add(nowNanos);
            if (idle) {
                idle = false;
                serve(nowNanos);
            }
        }

        private void serve(long nowNanos) {
            long serviceNanos = (long) (random.nextExponential() * UNIT);
            line.serve(nowNanos, serviceNanos);
            scheduleAt(nowNanos + serviceNanos);
        }

        @Override
        protected void fire(long nowNanos) {
            if (line.isEmpty()) {
                idle = true;
            } else {
                serve(nowNanos);
            }
        }

        @Override
        public void stop() {
            cancel();
        }
    }

    private static final class Servers extends EventHandler implements Departures {
        private final Kernel kernel;
        private final RandomStream random = Draws.services();
        private final Line line;
        private int idle;

        Servers(Kernel kernel, Line line, int servers) {
            super(kernel, "departures");
            this.kernel = kernel;
            this.line = line;
            this.idle = servers;
        }

        @Override
        public void arrive(long nowNanos) {
            line.add(nowNanos);
            if (idle > 0) {
                idle--;
                serve(nowNanos);
            }
        }

        private void serve(long nowNanos) {
            long serviceNanos = (long) (random.nextExponential() * UNIT);
            line.serve(nowNanos, serviceNanos);
            kernel.schedule(serviceNanos, this, 0);
        }

        @Override
        protected void fire(int argument) {
            if (line.isEmpty()) {
                idle++;
            } else {
                serve(kernel.nowNanos());
            }
        }

        @Override
        public void stop() {
            kernel.cancel(this);
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
