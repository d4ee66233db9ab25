package roundhouse.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs a command line and keeps what it printed. */
record CliRunner(int code, String out, String err) {
    static CliRunner run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(args, new PrintWriter(out), new PrintWriter(err), (_, _) -> {});
        return new CliRunner(code, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
