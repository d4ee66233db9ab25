package roundhouse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.reports.ReportText;
import roundhouse.cli.reports.TheoryReport;
import roundhouse.cli.waiting.Interruption;
import roundhouse.cli.waiting.LiveLines;
import roundhouse.files.PlainText;
import roundhouse.files.WholeFile;
import roundhouse.live.LiveSettings;
import roundhouse.live.LiveSystem;
import roundhouse.live.NotLive;
import roundhouse.live.PickComparison;
import roundhouse.live.PickedServer;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.CommandText;
import roundhouse.topology.json.Units;

/** {@code roundhouse live}: a topology as a real reverse proxy in front of real servers, on loopback. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a topology as a real reverse proxy with real servers, on loopback: send it",
            "requests with a browser, curl or wrk. Ends after --for, or with Ctrl-C, with the report",
            "of 'run' and with how many picks the simulation makes too when it is told the same.",
            "Commands are read from standard input, a line each: 'crash s1', 'recover s1',",
            "'cut lb-1 s1', 'slow s1 factor=3'."
        })
final class LiveCommand implements Callable<Integer> {
    private static final long SECOND_NANOS = 1_000_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "where requests of the first clients come in, and after it those of others; default: any free")
    private int port;

    @Option(names = "--for", paramLabel = "TIME", description = "ends by itself after that, as 30s")
    private @Nullable String span;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "an address of this machine to listen at; default: loopback")
    private @Nullable String bind;

    @Option(
            names = "--beyond-loopback",
            description = "lets --bind name an address that other machines reach; they can then send requests")
    private boolean beyond;

    @Option(names = "--picks", paramLabel = "FILE", description = "writes there which server took each request, as CSV")
    private @Nullable Path picks;

    @Override
    public Integer call() throws Exception {
        Topology topology = Inputs.topology(file);
        Outputs outputs = new Outputs(file);
        if (picks != null) {
            outputs.add("--picks", picks);
        }
        long lengthNanos =
                span == null ? Long.MAX_VALUE : Inputs.length("--for", span).toNanos();
        if (port < 0 || port > 65_535) {
            throw new InputException("--port: found " + port + "; 0 to 65535 is allowed, and 0 is any free one");
        }
        LiveSettings settings = settings();
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        try (Interruption interruption = new Interruption();
                LiveSystem system = start(topology, settings, broken)) {
            tellBeginning(topology, system, settings);
            Thread.ofPlatform().daemon().name("roundhouse-commands").start(() -> obey(system, topology));
            long untilNanos = lengthNanos == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + lengthNanos;
            LiveLines lines = new LiveLines(out());
            while (!interruption.isInterrupted() && System.nanoTime() < untilNanos && broken.get() == null) {
                Thread.sleep(Duration.ofNanos(Math.clamp(untilNanos - System.nanoTime(), 0, SECOND_NANOS)));
                system.look(lines::print);
            }
            if (broken.get() != null) {
                throw new IllegalStateException("the run broke", broken.get());
            }
            report(topology, system);
        }
        return ExitCode.WELL;
    }

    private LiveSettings settings() {
        try {
            InetAddress address = bind == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(bind);
            return new LiveSettings(address, port, beyond);
        } catch (UnknownHostException e) {
            throw new InputException("--bind: found " + bind + "; an address of this machine is allowed");
        } catch (IllegalArgumentException e) {
            throw new InputException("--bind: " + e.getMessage() + "; say --beyond-loopback if they may");
        }
    }

    private LiveSystem start(Topology topology, LiveSettings settings, AtomicReference<@Nullable Throwable> broken)
            throws Exception {
        try {
            return LiveSystem.start(topology, settings, broken::set);
        } catch (IOException e) {
            boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
            throw new InputException("--port: "
                    + (taken ? port + " cannot be listened at: it is taken" : String.valueOf(e.getMessage())));
        }
    }

    private void tellBeginning(Topology topology, LiveSystem system, LiveSettings settings) {
        NotLive.of(topology).forEach(line -> out().println("not as in the file: " + line));
        if (!settings.address().isLoopbackAddress()) {
            out().println("WARNING: other machines can send requests to "
                    + settings.address().getHostAddress());
        }
        system.ports()
                .forEach((clients, at) -> out().println("requests of " + clients + " come in at http://"
                        + settings.address().getHostAddress() + ":" + at + "/"));
        out().flush();
    }

    private void obey(LiveSystem system, Topology topology) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    obey(system, topology, line.strip());
                }
            }
        } catch (IOException e) {
            complain("commands cannot be read any more: " + e.getMessage());
        }
    }

    private void obey(LiveSystem system, Topology topology, String line) {
        switch (CommandText.added(topology.withScenario(List.of()), "0s " + line)) {
            case Units.Parsed.Value<Topology>(Topology with) ->
                system.apply(with.scenario().getLast().command());
            case Units.Parsed.Wrong<Topology>(String reason) -> complain(reason);
        }
    }

    private void complain(String what) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("roundhouse: " + PlainText.of(what));
        err.flush();
    }

    private void report(Topology topology, LiveSystem system) throws IOException {
        system.look(
                run -> out().print(PlainText.of(ReportText.of(run.report(), TheoryReport.of(topology), run.titles()))));
        PickComparison comparison = system.compare();
        out().println(PlainText.of(comparison.text()));
        if (picks != null) {
            StringBuilder csv = new StringBuilder("seconds,attempt,request,key,address,server,in-flight\n");
            for (PickedServer pick : system.picks()) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%.6f,%d,%d,%d,%s,%s,%d%n",
                        pick.timeNanos() / 1e9,
                        pick.attempt(),
                        pick.request(),
                        pick.key(),
                        pick.address(),
                        pick.server(),
                        pick.inFlight()));
            }
            WholeFile.text(picks, csv.toString());
            out().println("wrote " + picks);
        }
        out().flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
