package roundhouse.cli;

import picocli.CommandLine.IVersionProvider;
import roundhouse.analysis.ProgramVersion;

/** The version from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {ProgramVersion.text()};
    }
}
