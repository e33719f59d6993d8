/** The server: a modular monolith, one package a module. */
@NullMarked
package io.vestnik.platform;

import org.jspecify.annotations.NullMarked;
