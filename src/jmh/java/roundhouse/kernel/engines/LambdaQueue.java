package roundhouse.kernel.engines;

import java.util.PriorityQueue;
import roundhouse.kernel.RandomStream;

/** What one writes in a quarter of an hour: a {@link PriorityQueue} of times with something to run. */
final class LambdaQueue implements Engine {
    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private double now;
    private long sequence;

    private record Event(double time, long sequence, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private void schedule(double delay, Runnable action) {
        queue.add(new Event(now + delay, sequence++, action));
    }

    private void step() {
        Event event = queue.remove();
        now = event.time;
        event.action.run();
    }

    private void restart() {
        queue.clear();
        now = 0;
        sequence = 0;
    }

    @Override
    public String name() {
        return "PriorityQueue";
    }

    @Override
    public double queue(int servers, double utilisation, int customers) {
        restart();
        Station station = new Station(servers, utilisation, customers);
        schedule(station.arrivals.nextExponential() * station.gap, () -> station.arrive());
        while (station.left >= 0) {
            step();
        }
        return station.line.mean();
    }

    private final class Station {
        private final RandomStream arrivals = Draws.arrivals();
        private final RandomStream services = Draws.services();
        private final double gap;
        private final Line line = new Line();
        private int idle;
        private int left;

        Station(int servers, double utilisation, int customers) {
            gap = Draws.gap(servers, utilisation);
            idle = servers;
            left = customers;
        }

        void arrive() {
            if (--left >= 0) {
                line.add(now);
                if (idle > 0) {
                    idle--;
                    serve();
                }
                schedule(arrivals.nextExponential() * gap, () -> arrive());
            }
        }

        void serve() {
            double service = services.nextExponential();
            line.serve(now, service);
            schedule(service, () -> depart());
        }

        void depart() {
            if (line.isEmpty()) {
                idle++;
            } else {
                serve();
            }
        }
    }

    @Override
    public void hold(int pending, int events) {
        restart();
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < pending; i++) {
            again(random);
        }
        for (int i = 0; i < events; i++) {
            step();
        }
    }

    private void again(RandomStream random) {
        schedule(random.nextExponential(), () -> again(random));
    }
}
