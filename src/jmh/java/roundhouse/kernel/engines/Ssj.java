package roundhouse.kernel.engines;

import roundhouse.kernel.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** SSJ 3.3.2 of L'Ecuyer and others, with its usual list of events (a splay tree). */
final class Ssj implements Engine {
    @Override
    public String name() {
        return "SSJ";
    }

    @Override
    public double queue(int servers, double utilisation, int customers) {
        Simulator simulator = new Simulator();
        simulator.init();
        Station station = new Station(simulator, servers, utilisation, customers);
        station.new Arrival().schedule(station.arrivals.nextExponential() * station.gap);
        simulator.start();
        return station.line.mean();
    }

    private static final class Station {
        private final Simulator simulator;
        private final RandomStream arrivals = Draws.arrivals();
        private final RandomStream services = Draws.services();
        private final double gap;
        private final Line line = new Line();
        private int idle;
        private int left;

        Station(Simulator simulator, int servers, double utilisation, int customers) {
            this.simulator = simulator;
            gap = Draws.gap(servers, utilisation);
            idle = servers;
            left = customers;
        }

        private void serve(Departure departure) {
            double service = services.nextExponential();
            line.serve(simulator.time(), service);
            departure.schedule(service);
        }

        private final class Arrival extends Event {
            Arrival() {
                super(simulator);
            }

            @Override
            public void actions() {
                if (--left < 0) {
                    simulator.stop();
                    return;
                }
                line.add(simulator.time());
                if (idle > 0) {
                    idle--;
                    serve(new Departure());
                }
                schedule(arrivals.nextExponential() * gap);
            }
        }

        private final class Departure extends Event {
            Departure() {
                super(simulator);
            }

            @Override
            public void actions() {
                if (line.isEmpty()) {
                    idle++;
                } else {
                    serve(this);
                }
            }
        }
    }

    @Override
    public void hold(int pending, int events) {
        Simulator simulator = new Simulator();
        simulator.init();
        RandomStream random = new RandomStream(1);
        int[] left = {events};
        for (int i = 0; i < pending; i++) {
            new Event(simulator) {
                @Override
                public void actions() {
                    if (--left[0] == 0) {
                        simulator.stop();
                    } else {
                        schedule(random.nextExponential());
                    }
                }
            }.schedule(random.nextExponential());
        }
        simulator.start();
    }
}
