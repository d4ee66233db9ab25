/** Which address a name stands for: orders of answers, choice among records, caches of resolvers and clients. */
@NullMarked
package roundhouse.naming;

import org.jspecify.annotations.NullMarked;
