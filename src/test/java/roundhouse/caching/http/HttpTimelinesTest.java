package roundhouse.caching.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/**
 * Every status and version of recorded timelines of nginx, Varnish and Squid, and how often the origin was asked. A request that came
 * within 10 ms of a boundary may have fallen on either side of it, so where one differs, it is tried up to so much earlier or later;
 * requests of one burst have no order among themselves.
 */
final class HttpTimelinesTest {
    /** By how many nanoseconds a request may have come later, the nearest first. */
    private static final long[] TIES = ties();

    private static long[] ties() {
        long[] ties = new long[22];
        for (int i = 1; i <= 10; i++) {
            ties[2 * i - 2] = -i * Timeline.MILLI;
            ties[2 * i - 1] = i * Timeline.MILLI;
        }
        ties[20] = Timeline.MILLI / 2;
        ties[21] = Timeline.ALONE;
        return ties;
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                        cases("nginx", NginxTimeline::new),
                        cases("varnish", VarnishTimeline::new),
                        cases("squid", SquidTimeline::new))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> cases(String system, Function<JsonNode, Timeline> timeline) {
        return Golden.cases("caching/" + system + "_cache.json").stream()
                .map(recorded -> Arguments.of(name(system, recorded), recorded, timeline));
    }

    private static String name(String system, JsonNode recorded) {
        String collapsed = recorded.path("collapsed_forwarding").asString("");
        return system + " " + recorded.get("id").asString() + (collapsed.isEmpty() ? "" : ", collapsed " + collapsed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAsRecorded(String name, JsonNode recorded, Function<JsonNode, Timeline> timeline) {
        int requests = recorded.get("requests").size();
        long[] shifts = new long[requests];
        Timeline played = timeline.apply(recorded).play(shifts);
        int wrong = firstWrong(played);
        for (int ties = 0; wrong < requests; ties++) {
            assertThat(ties).as("requests at a boundary").isLessThanOrEqualTo(2 + requests / 20);
            String was = played.requests.get(wrong).status + " v" + played.requests.get(wrong).version;
            int right = wrong;
            for (int moved = wrong; right == wrong && moved < endOfBurst(played, wrong); moved++) {
                for (int tie = 0; right == wrong && tie < TIES.length; tie++) {
                    shifts[moved] = TIES[tie];
                    played = timeline.apply(recorded).play(shifts);
                    right = firstWrong(played);
                }
                shifts[moved] = right == wrong ? 0 : shifts[moved];
            }
            assertThat(right)
                    .as(
                            "%s got %s, whether 10 ms earlier or later",
                            recorded.get("requests").get(wrong), was)
                    .isGreaterThan(wrong);
            wrong = right;
        }
        assertThat(played.logIsUsedUp())
                .as("the origin was asked as often as recorded")
                .isTrue();
        assertThat(played.fetched).as("and not more often").isLessThanOrEqualTo(mostFetches(recorded));
        assertThat(played.requests).allSatisfy(HttpTimelinesTest::ageIsRight);
        Golden.equal(requests);
    }

    /** As many as reached the origin, and the requests that were answered with an error without having reached it. */
    private static int mostFetches(JsonNode recorded) {
        int most = recorded.get("origin_log").size();
        for (JsonNode request : recorded.get("requests")) {
            most += request.get(4).asInt() == 502 ? 1 : 0;
        }
        return most;
    }

    /** The first request of the first burst whose statuses and versions are not the recorded ones; their number if there is none. */
    private static int firstWrong(Timeline played) {
        int from = 0;
        while (from < played.requests.size()) {
            int to = endOfBurst(played, from);
            List<String> recorded = new ArrayList<>();
            List<String> got = new ArrayList<>();
            for (Timeline.Request request : played.requests.subList(from, to)) {
                String body = request.recorded.get(3).asString("").replaceAll(":.*", "");
                // Squid tells apart where in its memory it found it.
                recorded.add(request.recorded.get(2).asString().replace("TCP_HIT", "TCP_MEM_HIT") + " " + body);
                got.add(request.status + " " + (request.version < 0 ? "" : "v" + request.version));
            }
            recorded.sort(null);
            got.sort(null);
            if (!recorded.equals(got)) {
                return from;
            }
            from = to;
        }
        return from;
    }

    private static int endOfBurst(Timeline played, int from) {
        int to = from + 1;
        while (to < played.requests.size() && startMillis(played, to) - startMillis(played, to - 1) <= 3) {
            to++;
        }
        return to;
    }

    private static long startMillis(Timeline played, int request) {
        return played.requests.get(request).recorded.get(0).asLong();
    }

    /** The Age sent with what was in the cache, give or take the second that may have ended between. */
    private static void ageIsRight(Timeline.Request request) {
        JsonNode age = request.recorded.path(5);
        if (age.isInt() && request.served != null) {
            assertThat(age.asLong()).as(request.recorded.toString()).isBetween(request.ageAt(-10), request.ageAt(10));
        }
    }
}
