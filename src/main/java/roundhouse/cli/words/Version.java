package roundhouse.cli.words;

import picocli.CommandLine.IVersionProvider;
import roundhouse.analysis.ProgramVersion;

/** The version from the jar's manifest. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {ProgramVersion.text()};
    }
}
