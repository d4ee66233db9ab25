/**
 * What every protocol of replication is to whoever runs it: a machine that is given messages, timers and requests, and gives back
 * messages, timers and answers.
 */
@NullMarked
package roundhouse.storage.replication;

import org.jspecify.annotations.NullMarked;
