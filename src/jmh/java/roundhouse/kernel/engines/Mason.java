package roundhouse.kernel.engines;

import java.util.function.BooleanSupplier;
import roundhouse.kernel.RandomStream;
import sim.engine.SimState;
import sim.engine.Steppable;

/** MASON 18 of Luke and others. */
final class Mason implements Engine {
    @Override
    public String name() {
        return "MASON";
    }

    @Override
    public double queue(int servers, double utilisation, int customers) {
        SimState state = new SimState(1);
        state.start();
        Station station = new Station(state, servers, utilisation, customers);
        station.schedule(station.arrivals.nextExponential() * station.gap, station.arrival);
        run(state, () -> station.left >= 0);
        return station.line.mean();
    }

    private static void run(SimState state, BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            state.schedule.step(state);
        }
    }

    private static final class Station {
        private final SimState state;
        private final RandomStream arrivals = Draws.arrivals();
        private final RandomStream services = Draws.services();
        private final double gap;
        private final Line line = new Line();
        private final Steppable arrival = any -> arrive();
        private final Steppable departure = any -> depart();
        private int idle;
        private int left;

        Station(SimState state, int servers, double utilisation, int customers) {
            this.state = state;
            gap = Draws.gap(servers, utilisation);
            idle = servers;
            left = customers;
        }

        private void schedule(double delay, Steppable event) {
            state.schedule.scheduleOnce(now() + delay, event);
        }

        private double now() {
            return Math.max(0, state.schedule.getTime());
        }

        private void arrive() {
            if (--left >= 0) {
                line.add(now());
                if (idle > 0) {
                    idle--;
                    serve();
                }
                schedule(arrivals.nextExponential() * gap, arrival);
            }
        }

        private void serve() {
            double service = services.nextExponential();
            line.serve(now(), service);
            schedule(service, departure);
        }

        private void depart() {
            if (line.isEmpty()) {
                idle++;
            } else {
                serve();
            }
        }
    }

    @Override
    public void hold(int pending, int events) {
        SimState state = new SimState(1);
        state.start();
        RandomStream random = new RandomStream(1);
        int[] left = {events};
        for (int i = 0; i < pending; i++) {
            Steppable again = new Steppable() {
                private static final long serialVersionUID = 1;

                @Override
                public void step(SimState at) {
                    left[0]--;
                    at.schedule.scheduleOnce(at.schedule.getTime() + random.nextExponential(), this);
                }
            };
            state.schedule.scheduleOnce(random.nextExponential(), again);
        }
        run(state, () -> left[0] > 0);
    }
}
