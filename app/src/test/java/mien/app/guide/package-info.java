/**
 * Walks the studio as the guide in docs/guide does, with the bundled model, and takes its pictures
 * where {@code -Dmien.guide=FOLDER} says. Start with {@link mien.app.guide.GuidePicturesTest}.
 */
package mien.app.guide;
