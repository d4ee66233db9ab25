package roundhouse.live.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.checking.CheckEndpoint;
import roundhouse.topology.nodes.checking.CheckQuestion;

/** A real server: a port of loopback, cores, and whether it is paused. */
final class LiveServer {
    final ServerConnector connector;
    private volatile Cores cores;
    private final long seed;
    private volatile CountDownLatch goesOn = new CountDownLatch(0);
    private volatile boolean paused;

    LiveServer(Server server, ServerConnector connector, long seed) {
        this.connector = connector;
        this.seed = seed;
        cores = new Cores(server, seed);
    }

    Server server() {
        return cores.server();
    }

    Cores cores() {
        return cores;
    }

    /** It has these settings from now on; what it works on goes on as it began. */
    void become(Server server) {
        if (!server.equals(cores.server())) {
            cores = new Cores(server, seed);
        }
    }

    /** It was down, and comes back with nothing in hand. */
    void empty() {
        cores = new Cores(cores.server(), seed + System.nanoTime());
    }

    void pause(boolean pause) {
        if (pause != paused) {
            paused = pause;
            if (pause) {
                goesOn = new CountDownLatch(1);
            } else {
                goesOn.countDown();
            }
        }
    }

    /** Waits while it is paused. */
    void awaitGoing() throws InterruptedException {
        goesOn.await();
    }

    /**
     * What it answers a check.
     *
     * @param port the port of checks that the check came to; null for that of requests
     * @param fails whether it fails at this moment
     */
    CheckAnswer answer(@Nullable Integer port, String path, boolean fails) {
        CheckEndpoint its = server().healthEndpoint();
        CheckEndpoint endpoint = its == null ? CheckEndpoint.NONE : its;
        CheckQuestion question = new CheckQuestion(
                port, path.equals("/") ? null : path, CheckQuestion.USUAL.status(), CheckQuestion.USUAL.body());
        return fails
                ? CheckAnswer.ERROR
                : endpoint.answer(question, new CheckAnswer(endpoint.status(), endpoint.body()));
    }

    /** The body of its answers: who answers, about what, the how-manieth of its answers, what it took, and then as many bytes as the value has. */
    byte[] body(String key, long count, TakenBody taken, int bytes) {
        byte[] head = (server().id() + " key " + key + " answer " + count + taken.words() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[Math.max(head.length, bytes)];
        Arrays.fill(body, (byte) '.');
        System.arraycopy(head, 0, body, 0, head.length);
        return body;
    }
}
