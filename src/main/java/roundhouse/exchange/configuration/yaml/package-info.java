/** Configurations in YAML, with their lines: parsed by snakeyaml-engine, which makes no objects and runs no code. */
@NullMarked
package roundhouse.exchange.configuration.yaml;

import org.jspecify.annotations.NullMarked;
