package roundhouse.exchange.configuration.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;

/** A real load balancer that is started with an exported configuration and compared with ours. */
interface LiveProgram {
    List<LiveProgram> ALL = List.of(new LiveNginx(), new LiveHaproxy());

    /** Of its configurations, and of its program file. */
    String format();

    /** The command that runs it in the foreground. */
    List<String> command(Path program, Path configuration, Path folder);

    /** The command that only says whether a configuration is accepted. */
    List<String> check(Path program, Path configuration, Path folder);

    /** Whether it is built so that it can take balancers at layer 4. */
    boolean canLayer4();

    /** The configuration as it can be run in a test's folder. */
    String prepared(String text, Path folder);

    /** The algorithms that it has exactly: in turn by weight, by requests in flight, by address, by key. */
    List<Balancing> algorithms();

    /** Whether it goes by the requests that targets fail, and not by checks of its own. */
    boolean goesByRequests();

    /** Whether it can have backups where it balances so. */
    boolean takesBackups(Balancing balancing);

    /** Whether a request that finds all servers at their limits is turned away, and does not wait. */
    boolean limitsTurnAway();

    /** The balancer with failures of targets noticed as this program does. */
    LoadBalancer judging(LoadBalancer balancer);

    /** Where it is installed. */
    default Optional<Path> program() {
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")
                .map(folder -> Path.of(folder + format()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    default Process start(String text, Path folder) throws IOException {
        Path configuration = Files.writeString(folder.resolve(format() + ".conf"), prepared(text, folder));
        return new ProcessBuilder(command(program().orElseThrow(), configuration, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }
}
