package roundhouse.simulation.clients;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Address;
import roundhouse.routing.Regions;
import roundhouse.simulation.engine.CookieKeeper;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;

/**
 * The users of a clients node: each has an address and a region that depend on the seed, the node and the user's number alone, and
 * a session that ends by chance after a request.
 */
final class Users implements CookieKeeper {
    /** The bit of a user's session that says somebody has answered a request of it. Sessions count below it. */
    private static final long ANSWERED = 1L << 31;

    private static final @Nullable CookieJar[] NO_JARS = {};

    private final int count;
    private final AddressRange network;
    private final long names;
    private final int[] regions;
    private final Address[] addresses;
    private final long[] sessions;
    private final long sessionNames;
    private final double renewal;
    private final RandomStream renewals;
    private int sessionCount;
    /** For each user the cookies of the session, as far as there are any. */
    private @Nullable CookieJar[] jars = NO_JARS;

    Users(RunContext context, Clients clients) {
        count = Math.max(1, clients.users());
        network = AddressRange.parse(clients.addresses());
        names = context.streams.hash(clients.id(), "users");
        // Sessions of different nodes differ in their upper half.
        sessionNames = context.streams.hash(clients.id(), "sessions") & 0xffffffff00000000L;
        renewals = context.streams.of(clients.id(), "sessions");
        renewal = clients.sessionRequests() > 0 ? 1.0 / clients.sessionRequests() : 0;
        addresses = new Address[count];
        sessions = new long[count];
        regions = regionsOf(context, clients);
    }

    private int[] regionsOf(RunContext context, Clients clients) {
        int[] ofUser = new int[count];
        if (clients.regions().isEmpty()) {
            Arrays.fill(ofUser, Regions.NOWHERE);
            return ofUser;
        }
        // In the order of names, for the map's own order may differ from run to run.
        Map<String, Double> shares = new TreeMap<>(clients.regions());
        int[] numbers = shares.keySet().stream().mapToInt(context.regions::of).toArray();
        double[] parts =
                shares.values().stream().mapToDouble(Double::doubleValue).toArray();
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        for (int user = 0; user < count; user++) {
            double at = (Mix.mix(names + 2L * user + 1) >>> 11) * 0x1p-53 * sum;
            int region = 0;
            while (region < numbers.length - 1 && at >= parts[region]) {
                at -= parts[region++];
            }
            ofUser[user] = numbers[region];
        }
        return ofUser;
    }

    int count() {
        return count;
    }

    Address address(int user) {
        Address address = addresses[user];
        if (address == null) {
            address = network.address(Mix.mix(names + 2L * user));
            addresses[user] = address;
        }
        return address;
    }

    int region(int user) {
        return regions[user];
    }

    /** The user's session for one more request, a new one when the last has ended. */
    long session(int user) {
        if (sessions[user] == 0 || (renewal > 0 && renewals.nextDouble() < renewal)) {
            sessions[user] = sessionNames | ++sessionCount;
        }
        return sessions[user] & ~ANSWERED;
    }

    /** Whether nobody has answered a request of the user's session yet. */
    boolean starts(int user) {
        return (sessions[user] & ANSWERED) == 0;
    }

    /** A request of that session has been answered. */
    void answered(int user, long session) {
        if (user < count && sessions[user] == session) {
            sessions[user] |= ANSWERED;
        }
    }

    @Override
    public @Nullable String cookie(int user, long session, int place) {
        CookieJar jar = user < jars.length ? jars[user] : null;
        return jar == null ? null : jar.get(session, place);
    }

    @Override
    public void keep(int user, long session, int place, String target) {
        if (session != (sessions[user] & ~ANSWERED)) {
            return;
        }
        if (jars.length == 0) {
            jars = new CookieJar[count];
        }
        CookieJar jar = jars[user];
        if (jar == null) {
            jar = new CookieJar();
            jars[user] = jar;
        }
        jar.put(session, place, target);
    }
}
