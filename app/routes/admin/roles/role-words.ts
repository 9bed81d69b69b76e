import type { Role } from '#app/domain/actor/actor.ts';
import * as m from '#app/messages/generated/messages.js';

export const roleNames: Record<Role, () => string> = {
  editor: m.admin_role_editor,
  hr: m.admin_role_hr,
  admin: m.admin_role_admin,
};

/** What each may, in a sentence. */
export const roleDuties: Record<Role, () => string> = {
  editor: m.admin_role_editor_may,
  hr: m.admin_role_hr_may,
  admin: m.admin_role_admin_may,
};
