/** Results on their way to files. */
package mien.app.export;
