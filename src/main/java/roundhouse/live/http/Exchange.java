package roundhouse.live.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/** A request of a real client that waits for its answer. */
public final class Exchange {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile RequestBody body = RequestBody.NONE;

    Exchange(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** The answer is to bring its client that cookie, which is good for all paths until the client ends. */
    void cookie(String name, String value) {
        response.getHeaders().add(HttpHeader.SET_COOKIE, name + "=" + value + "; Path=/");
    }

    /** The answer is to bring its client a cookie that names that target of the balancer at that place on the way. */
    public void stick(int place, String target) {
        cookie(RequestReader.TARGET + place, target);
    }

    /** All of its body has come. */
    void body(RequestBody its) {
        body = its;
    }

    /** What it brought. */
    public RequestBody body() {
        return body;
    }

    /** Its body cannot be taken. */
    void refuse(int status) {
        if (ended.compareAndSet(false, true)) {
            Response.writeError(request, response, callback, status);
        }
    }

    /** The client has gone. Returns whether it was still to be answered. */
    boolean abandon() {
        return ended.compareAndSet(false, true);
    }

    /**
     * Answers.
     *
     * @param answer what a server or a cache gave; null where there is none
     * @param cached whether a cache had it
     * @param limitStatus the status with which a limit turned it away; 0 when none did
     */
    public void end(Outcome outcome, int limitStatus, @Nullable ServerAnswer answer, boolean cached) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        int status = status(outcome, limitStatus, answer);
        byte[] body = answer == null || status != answer.status()
                ? (outcome.key() + "\n").getBytes(StandardCharsets.UTF_8)
                : answer.body();
        response.setStatus(status);
        if (answer != null) {
            response.getHeaders().put(Headers.SERVER, answer.server());
        }
        if (cached) {
            response.getHeaders().put(Headers.CACHE, "hit");
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
    }

    /** As proxies have it: 502 for what no server would answer, 503 for what was shed, 504 for what took too long. */
    private static int status(Outcome outcome, int limitStatus, @Nullable ServerAnswer answer) {
        return switch (outcome) {
            case OK -> answer == null ? 200 : answer.status();
            case REFUSED -> 502;
            case REJECTED -> limitStatus == 0 ? 503 : limitStatus;
            case FAILED -> answer == null || answer.status() < 500 ? 502 : answer.status();
            case TIMED_OUT -> 504;
        };
    }
}
