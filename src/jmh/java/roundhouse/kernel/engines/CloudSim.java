package roundhouse.kernel.engines;

import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;
import roundhouse.kernel.RandomStream;

/** CloudSim Plus 8.5.7: one entity that sends itself events, which is what its data centres and brokers are made of. */
final class CloudSim implements Engine {
    private static final int ARRIVAL = 1_000_001;
    private static final int DEPARTURE = 1_000_002;
    private static final int AGAIN = 1_000_003;

    @Override
    public String name() {
        return "CloudSim Plus";
    }

    @Override
    public double queue(int servers, double utilisation, int customers) {
        CloudSimPlus simulation = new CloudSimPlus(1e-9);
        Station station = new Station(simulation, servers, utilisation, customers);
        simulation.start();
        return station.line.mean();
    }

    private static final class Station extends CloudSimEntity {
        private final RandomStream arrivals = Draws.arrivals();
        private final RandomStream services = Draws.services();
        private final double gap;
        private final Line line = new Line();
        private final CloudSimPlus simulation;
        private int idle;
        private int left;

        Station(CloudSimPlus simulation, int servers, double utilisation, int customers) {
            super(simulation);
            this.simulation = simulation;
            gap = Draws.gap(servers, utilisation);
            idle = servers;
            left = customers;
        }

        @Override
        protected void startInternal() {
            schedule(arrivals.nextExponential() * gap, ARRIVAL);
        }

        @Override
        public void processEvent(SimEvent event) {
            if (event.getTag() == DEPARTURE) {
                depart();
            } else if (event.getTag() == ARRIVAL) {
                arrive();
            }
        }

        private void arrive() {
            if (--left < 0) {
                simulation.terminate();
                return;
            }
            line.add(simulation.clock());
            if (idle > 0) {
                idle--;
                serve();
            }
            schedule(arrivals.nextExponential() * gap, ARRIVAL);
        }

        private void serve() {
            double service = services.nextExponential();
            line.serve(simulation.clock(), service);
            schedule(service, DEPARTURE);
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
        CloudSimPlus simulation = new CloudSimPlus(1e-9);
        new Again(simulation, pending, events);
        simulation.start();
    }

    private static final class Again extends CloudSimEntity {
        private final RandomStream random = new RandomStream(1);
        private final CloudSimPlus simulation;
        private final int pending;
        private int left;

        Again(CloudSimPlus simulation, int pending, int events) {
            super(simulation);
            this.simulation = simulation;
            this.pending = pending;
            left = events;
        }

        @Override
        protected void startInternal() {
            for (int i = 0; i < pending; i++) {
                schedule(random.nextExponential(), AGAIN);
            }
        }

        @Override
        public void processEvent(SimEvent event) {
            if (event.getTag() == AGAIN) {
                if (--left == 0) {
                    simulation.terminate();
                } else {
                    schedule(random.nextExponential(), AGAIN);
                }
            }
        }
    }
}
