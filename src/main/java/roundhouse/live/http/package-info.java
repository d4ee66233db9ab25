/** Live traffic on the wire: where real requests come in, the servers that really serve them, and what asks those. */
@NullMarked
package roundhouse.live.http;

import org.jspecify.annotations.NullMarked;
