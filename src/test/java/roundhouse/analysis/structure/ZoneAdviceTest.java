package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.analysis.structure.CheckedSystems.BALANCER;
import static roundhouse.analysis.structure.CheckedSystems.SERVER;
import static roundhouse.analysis.structure.CheckedSystems.USERS;
import static roundhouse.analysis.structure.CheckedSystems.findings;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the structure check says of preferences for zones. */
final class ZoneAdviceTest {
    private static List<String> zoned(String balancer, String zone) {
        String lb = BALANCER.replace("\"kind\"", balancer + " \"kind\"");
        String a = SERVER.replace("\"kind\"", "\"zone\": \"a\", \"kind\"");
        String b = SERVER.replace("s1", "s2").replace("\"kind\"", zone + "\"kind\"");
        return findings(USERS + "," + lb + "," + a + "," + b, "users lb", "lb s1", "lb s2");
    }

    @Test
    void aPreferenceForZonesThatComesToNothing() {
        assertThat(zoned("\"zone-aware\": \"prefer-same-zone\",", "\"zone\": \"b\", "))
                .containsExactly("warning: lb: disregards zones, for it stands in no zone");
        assertThat(zoned("\"zone\": \"a\", \"zone-aware\": \"prefer-same-zone\",", ""))
                .containsExactly("warning: lb: disregards zones, for not all its targets stand in a zone");
        assertThat(zoned("\"zone\": \"a\", \"zone-aware\": \"envoy\",", "\"zone\": \"b\", "))
                .containsExactly(
                        "warning: lb: disregards zones, for all balancers of its targets stand in its own zone");
        assertThat(zoned(
                        "\"zone\": \"a\", \"zone-aware\": \"prefer-same-zone\", \"algorithm\": \"ip-hash\",",
                        "\"zone\": \"b\", "))
                .containsExactly(
                        "warning: lb: ip-hash keeps clients or keys on their targets, so zones are disregarded");
    }

    /** 400 requests a second stay in the zone, where a server is that serves 500; 700 would be too many for it. */
    @Test
    void whatStaysInAZoneIsOfferedThere() {
        String same = "\"zone\": \"a\", \"zone-aware\": \"prefer-same-zone\",";
        assertThat(zoned(same, "\"zone\": \"b\", ")).isEmpty();
        String users = USERS.replace("400/s", "700/s");
        String lb = BALANCER.replace("\"kind\"", same + " \"kind\"");
        String a = SERVER.replace("\"kind\"", "\"zone\": \"a\", \"kind\"");
        String b = SERVER.replace("s1", "s2").replace("\"kind\"", "\"zone\": \"b\", \"kind\"");
        assertThat(findings(users + "," + lb + "," + a + "," + b, "users lb", "lb s1", "lb s2"))
                .containsExactly(
                        "error: s1: no capacity: offered 700 requests/s, can serve 500, so its queue never ends");
    }
}
