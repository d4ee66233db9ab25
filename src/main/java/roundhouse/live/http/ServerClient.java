package roundhouse.live.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.checking.CheckQuestion;

/** Asks the real servers, over connections that are kept, and says what came of it as a balancer sees it. */
public final class ServerClient implements AutoCloseable {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_CONNECTIONS = 100_000;

    private final HttpClient client = new HttpClient();
    private final String host = InetAddress.getLoopbackAddress().getHostAddress();
    private final Listener listener;

    /** Hears what came of jobs, on whatever thread. */
    public interface Listener {
        /**
         * A job has ended.
         *
         * @param broken its connection broke before an answer
         * @param answer what a server said; null where none did
         * @param check the same to a check
         */
        void ended(
                OutsideJob job,
                Outcome outcome,
                boolean broken,
                @Nullable ServerAnswer answer,
                @Nullable CheckAnswer check);
    }

    public ServerClient(Listener listener) throws Exception {
        this.listener = listener;
        client.setExecutor(ThreadPools.of("roundhouse-upstream", 64));
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MOST_CONNECTIONS);
        client.setMaxResponseHeadersSize(64 << 10);
        client.setConnectTimeout(TimeUnit.SECONDS.toMillis(5));
        client.start();
        client.getContentDecoderFactories().clear();
    }

    /** Sends a job with that body to the server at that port; 0 for one that is not there. */
    public void send(OutsideJob job, RequestBody body, int port) {
        if (port == 0) {
            listener.ended(job, Outcome.REFUSED, false, null, null);
        } else if (job.connects()) {
            Thread.startVirtualThread(() -> connect(job, port));
        } else {
            request(job, body, port).send(new BufferingResponseListener(MOST_BYTES) {
                @Override
                public void onComplete(Result result) {
                    ended(job, result, getContent());
                }
            });
        }
    }

    private Request request(OutsideJob job, RequestBody body, int port) {
        CheckQuestion check = job.check();
        Request request = client.newRequest(host, port).headers(headers -> {
            headers.put(Headers.ATTEMPT, job.attempt());
            headers.put(Headers.SLOT, job.slot());
            headers.put(Headers.KEY, job.key());
            if (job.slow() != 1) {
                headers.put(Headers.SLOW, Double.toString(job.slow()));
            }
            if (job.fails()) {
                headers.put(Headers.FAIL, "1");
            }
            if (check == null) {
                headers.put(Headers.BYTES, job.bytes());
                headers.put("X-Forwarded-For", job.client().toString());
                job.kind().headers().forEach(headers::put);
            } else {
                headers.put(Headers.CHECK, check.port() == null ? "-" : Integer.toString(check.port()));
            }
        });
        if (check == null) {
            if (body.bytes().length > 0) {
                request.body(new BytesRequestContent(body.type(), body.bytes()));
            }
            return request.method(method(job)).path(job.kind().path());
        }
        return request.method("GET").path(check.path() == null ? "/" : check.path());
    }

    /** Who asks for the head alone is told how long the body is, and a cache keeps it: so the server is asked for all, as nginx does. */
    private static String method(OutsideJob job) {
        String method = job.kind().method(job.read());
        return HttpMethod.HEAD.is(method) ? HttpMethod.GET.asString() : method;
    }

    private void ended(OutsideJob job, Result result, byte @Nullable [] content) {
        if (result.isFailed()) {
            Throwable why = result.getFailure();
            boolean refused = why instanceof ConnectException;
            listener.ended(job, refused ? Outcome.REFUSED : Outcome.FAILED, !refused, null, null);
            return;
        }
        int status = result.getResponse().getStatus();
        byte[] body = content == null ? new byte[0] : content;
        boolean full = status == 503 && result.getResponse().getHeaders().contains(Headers.FULL);
        if (job.check() != null && !full) {
            CheckAnswer answer = new CheckAnswer(status, new String(body, StandardCharsets.UTF_8));
            listener.ended(job, answer.isError() ? Outcome.FAILED : Outcome.OK, false, null, answer);
            return;
        }
        Outcome outcome = full ? Outcome.REJECTED : status >= 500 ? Outcome.FAILED : Outcome.OK;
        listener.ended(job, outcome, false, new ServerAnswer(job.server(), status, body), null);
    }

    private void connect(OutsideJob job, int port) {
        Outcome outcome = Outcome.OK;
        try (SocketChannel channel = SocketChannel.open()) {
            channel.connect(new InetSocketAddress(host, port));
        } catch (IOException _) {
            outcome = Outcome.REFUSED;
        }
        listener.ended(job, outcome, false, null, null);
    }

    @Override
    public void close() throws IOException {
        Stopping.stop(client);
    }
}
