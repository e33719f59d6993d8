/** What keeps the house in shape: floors, borders, names, SQL, texts and the tree itself, each as a test. */
@NullMarked
package io.vestnik.platform.architecture;

import org.jspecify.annotations.NullMarked;
