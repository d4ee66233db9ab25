package roundhouse.exchange.configuration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as it was read.
 *
 * @param text its lines, without a byte order mark
 * @param directory where the files are that it names; null for nowhere
 */
public record ConfigurationText(String text, @Nullable Path directory) {}
