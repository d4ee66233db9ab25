/** Files of this machine: written whole or not at all, read with care, and where the program keeps what it remembers. */
@NullMarked
package roundhouse.files;

import org.jspecify.annotations.NullMarked;
