package roundhouse.topology.reference;

import java.util.Locale;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.balancing.BalancerProfile;
import roundhouse.topology.types.Types;

/** What the profiles of a load balancer are, where their figures come from and how sure they are: {@code docs/profiles.md}. */
public final class ProfileReference {
    private static final double SECOND = 1e9;

    private ProfileReference() {}

    /** A Markdown page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Profiles of load balancers

                What the settings of a load balancer with a `profile` are where its file does not say them. Made of the declarations in the program; not to be edited.

                | Profile | Layer | Cores | Cost of a request | Handshake | In passing | At once | Price | So at most |
                |---|---:|---:|---:|---:|---:|---:|---|---|
                """);
        for (BalancerProfile profile : BalancerProfile.values()) {
            page.append("| `")
                    .append(profile.key())
                    .append("` | ")
                    .append(profile.layer())
                    .append(" | ")
                    .append(profile.cores())
                    .append(" | ")
                    .append(Units.format(profile.cost()))
                    .append(" | ")
                    .append(profile.returnsDirectly() ? "none" : Units.format(profile.handshake()))
                    .append(" | ")
                    .append(Units.format(profile.latency()))
                    .append(" | ")
                    .append(
                            profile.atOnce() == Types.UNLIMITED
                                    ? "unlimited"
                                    : String.format(Locale.ROOT, "%,d", profile.atOnce()))
                    .append(" | ")
                    .append(profile.price().text())
                    .append(" | ")
                    .append(most(profile))
                    .append(" |\n");
        }
        page.append("\n## Where the figures come from, and how sure they are\n\n");
        for (BalancerProfile profile : BalancerProfile.values()) {
            page.append("- **`")
                    .append(profile.key())
                    .append("`**: ")
                    .append(profile.source())
                    .append('\n');
        }
        return page.toString();
    }

    private static String most(BalancerProfile profile) {
        String requests = String.format(
                Locale.ROOT,
                "%,.0f requests",
                profile.cores() * SECOND / profile.cost().toNanos());
        return profile.layer() == 4
                ? requests + " a second"
                : requests
                        + String.format(
                                Locale.ROOT,
                                " or %,.0f handshakes a second",
                                profile.cores() * SECOND / profile.handshake().toNanos());
    }
}
