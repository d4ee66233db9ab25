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
import roundhouse.topology.nodes.guarding.CidrBlock;

/**
 * The users of a clients node: each has an address and a region that depend on the seed, the node and the user's number alone, and
 * a session that ends by chance after a request.
 */
final class Users implements CookieKeeper {
    /** The bit of a user's session that says somebody has answered a request of it. Sessions count below it. */
    private static final long ANSWERED = 1L << 31;

    private static final @Nullable CookieJar[] NO_JARS = {};
    /** Nobody has asked for the user's region yet; no region and not {@link Regions#NOWHERE} either. */
    private static final int UNKNOWN = -2;

    private final int count;
    private final AddressRange[] networks;
    private final long names;
    /** The regions' numbers, and the users' shares of each, summed up. */
    private final int[] regions;

    private final double[] shares;
    private final long sessionNames;
    private final double renewal;
    private final RandomStream renewals;
    private int sessionCount;
    /** What is known of users, by their number: many of very many may never send anything. */
    private @Nullable Page[] pages = {};

    Users(RunContext context, Clients clients) {
        count = Math.max(1, clients.users());
        networks = CidrBlock.split(clients.addresses()).stream()
                .map(AddressRange::parse)
                .toArray(AddressRange[]::new);
        names = context.streams.hash(clients.id(), "users");
        // Sessions of different nodes differ in their upper half.
        sessionNames = context.streams.hash(clients.id(), "sessions") & 0xffffffff00000000L;
        renewals = context.streams.of(clients.id(), "sessions");
        renewal = clients.sessionRequests() > 0 ? 1.0 / clients.sessionRequests() : 0;
        // In the order of names, for the map's own order may differ from run to run.
        Map<String, Double> byName = new TreeMap<>(clients.regions());
        regions = byName.keySet().stream().mapToInt(context.regions::of).toArray();
        shares = byName.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private int regionOf(int user) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double at = (Mix.mix(names + 2L * user + 1) >>> 11) * 0x1p-53 * sum;
        int region = 0;
        while (region < regions.length - 1 && at >= shares[region]) {
            at -= shares[region++];
        }
        return regions[region];
    }

    /** Neighbouring users. */
    private static final class Page {
        static final int BITS = 6;
        static final int SIZE = 1 << BITS;
        private static final int REST = SIZE - 1;

        final @Nullable Address[] addresses = new Address[SIZE];
        final long[] sessions = new long[SIZE];
        final int[] regions = new int[SIZE];
        /** The cookies of each one's session, as far as there are any. */
        @Nullable
        CookieJar[] jars = NO_JARS;
    }

    private Page page(int user) {
        if (pages.length == 0) {
            pages = new Page[((count - 1) >>> Page.BITS) + 1];
        }
        Page page = pages[user >>> Page.BITS];
        if (page == null) {
            page = new Page();
            Arrays.fill(page.regions, UNKNOWN);
            pages[user >>> Page.BITS] = page;
        }
        return page;
    }

    int count() {
        return count;
    }

    Address address(int user) {
        @Nullable Address[] addresses = page(user).addresses;
        Address address = addresses[user & Page.REST];
        if (address == null) {
            long random = Mix.mix(names + 2L * user);
            address = networks[networks.length == 1 ? 0 : Math.floorMod(Mix.mix(random), networks.length)].address(
                    random);
            addresses[user & Page.REST] = address;
        }
        return address;
    }

    int region(int user) {
        if (regions.length == 0) {
            return Regions.NOWHERE;
        }
        int[] known = page(user).regions;
        if (known[user & Page.REST] == UNKNOWN) {
            known[user & Page.REST] = regionOf(user);
        }
        return known[user & Page.REST];
    }

    /** The user's session for one more request, a new one when the last has ended. */
    long session(int user) {
        long[] sessions = page(user).sessions;
        int place = user & Page.REST;
        if (sessions[place] == 0 || (renewal > 0 && renewals.nextDouble() < renewal)) {
            sessions[place] = sessionNames | ++sessionCount;
        }
        return sessions[place] & ~ANSWERED;
    }

    /** Whether nobody has answered a request of the user's session yet. */
    boolean starts(int user) {
        return (page(user).sessions[user & Page.REST] & ANSWERED) == 0;
    }

    /** A request of that session has been answered. */
    void answered(int user, long session) {
        if (user < count) {
            long[] sessions = page(user).sessions;
            if (sessions[user & Page.REST] == session) {
                sessions[user & Page.REST] |= ANSWERED;
            }
        }
    }

    @Override
    public @Nullable String cookie(int user, long session, int place) {
        if (user >= count) {
            return null;
        }
        @Nullable CookieJar[] jars = page(user).jars;
        CookieJar jar = jars.length == 0 ? null : jars[user & Page.REST];
        return jar == null ? null : jar.get(session, place);
    }

    @Override
    public void keep(int user, long session, int place, String target) {
        Page page = page(user);
        if (session != (page.sessions[user & Page.REST] & ~ANSWERED)) {
            return;
        }
        if (page.jars.length == 0) {
            page.jars = new CookieJar[Page.SIZE];
        }
        CookieJar jar = page.jars[user & Page.REST];
        if (jar == null) {
            jar = new CookieJar();
            page.jars[user & Page.REST] = jar;
        }
        jar.put(session, place, target);
    }
}
