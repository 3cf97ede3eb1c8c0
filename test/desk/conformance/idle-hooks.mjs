/** A helpdesk in which notes are not written. */
export async function note() {}
