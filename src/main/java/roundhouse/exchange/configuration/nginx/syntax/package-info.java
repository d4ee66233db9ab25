/** Reads the text of nginx's files into directives, with the lines they stand in; knows none of their meanings. */
@NullMarked
package roundhouse.exchange.configuration.nginx.syntax;

import org.jspecify.annotations.NullMarked;
