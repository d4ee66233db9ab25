package roundhouse.caching.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.caching.http.HttpAnswer.Header;

/** What the recorded timelines do not ask of the headers. */
final class AnswersTest {
    private static final long SECOND = 1_000_000_000;
    private static final NginxAnswers NGINX = new NginxAnswers(status -> status == 404 ? 7 * SECOND : 0);
    private static final VarnishAnswers VARNISH = new VarnishAnswers(120 * SECOND, 10 * SECOND);

    private static HttpAnswer answer(int status, String... namesAndValues) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new HttpAnswer(status, headers);
    }

    @Test
    void nginxServesOnErrorsAsLongAsWhileItRevalidates() {
        Keeping one = NGINX.keep(answer(200, "cache-control", "max-age=1, stale-while-revalidate=5"));
        assertThat(one).isEqualTo(new Keeping(Keeping.Kind.KEPT, SECOND, 0, 5 * SECOND, 5 * SECOND));
        Keeping two = NGINX.keep(answer(200, "Cache-Control", "Max-Age=1, stale-while-revalidate=5, stale-if-error=0"));
        assertThat(two.staleIfErrorNanos()).isZero();
    }

    @Test
    void nginxKeepsByStatusWhatSaysNothing() {
        assertThat(NGINX.keep(answer(404)).lifetimeNanos()).isEqualTo(7 * SECOND);
        assertThat(NGINX.keep(answer(200)).kind()).isEqualTo(Keeping.Kind.DROPPED);
        assertThat(NGINX.keep(answer(404, "Vary", "*")).kind()).isEqualTo(Keeping.Kind.DROPPED);
        assertThat(NGINX.keep(answer(404, "X-Accel-Expires", "0")).kind()).isEqualTo(Keeping.Kind.DROPPED);
        assertThat(NGINX.keep(answer(404, "X-Accel-Expires", "soon")).lifetimeNanos())
                .as("what is no number says nothing")
                .isEqualTo(7 * SECOND);
    }

    @Test
    void varnishMarksWhatItMayNotKeep() {
        for (HttpAnswer marked : List.of(
                answer(500),
                answer(302),
                answer(303, "Cache-Control", "max-age=9"),
                answer(200, "Cache-Control", "no-store"),
                answer(200, "Cache-Control", "max-age=0"),
                answer(200, "Cache-Control", "max-age=3", "Age", "3"),
                answer(200, "Set-Cookie", "a=b"),
                answer(200, "Vary", "*"))) {
            Keeping keeping = VARNISH.keep(marked);
            assertThat(keeping.kind()).as(marked.toString()).isEqualTo(Keeping.Kind.MARKED);
            assertThat(keeping.lifetimeNanos()).isEqualTo(120 * SECOND);
        }
        assertThat(VARNISH.keep(answer(302, "Cache-Control", "max-age=9")).lifetimeNanos())
                .isEqualTo(9 * SECOND);
        assertThat(VARNISH.keep(answer(404)))
                .isEqualTo(new Keeping(Keeping.Kind.KEPT, 120 * SECOND, 0, 10 * SECOND, 0));
    }

    @Test
    void squidKeepsNothingWithoutALifetime() {
        assertThat(SquidAnswers.keep(answer(200)).kind()).isEqualTo(Keeping.Kind.DROPPED);
        assertThat(SquidAnswers.keep(answer(500, "Cache-Control", "max-age=9")).kind())
                .isEqualTo(Keeping.Kind.DROPPED);
        assertThat(SquidAnswers.keep(
                        answer(200, "Cache-Control", "s-maxage=9, max-age=1, stale-if-error=4", "Age", "2")))
                .isEqualTo(new Keeping(Keeping.Kind.KEPT, 9 * SECOND, 2 * SECOND, 0, 4 * SECOND));
    }
}
