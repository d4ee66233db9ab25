/** What the headers of an HTTP answer say of how long it may be kept, as real caches read them. */
@NullMarked
package roundhouse.caching.http;

import org.jspecify.annotations.NullMarked;
