/** The installed models as the window shows them. */
package mien.app.models;
