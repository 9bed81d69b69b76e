import { roles } from '#app/domain/actor/actor.ts';
import { giversOf } from '#app/domain/actor/role-grants.ts';
import * as m from '#app/messages/generated/messages.js';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { roleDuties, roleNames } from './role-words.ts';

type Line = { name: string; may: string; givers: string };

function lines(): Line[] {
  return [
    { name: m.admin_role_employee(), may: m.admin_role_employee_may(), givers: m.admin_role_employee_by() },
    { name: m.admin_role_head(), may: m.admin_role_head_may(), givers: m.admin_role_head_by() },
    ...roles.map((role) => ({
      name: roleNames[role](),
      may: roleDuties[role](),
      givers: giversOf(role)
        .map((giver) => roleNames[giver]())
        .join(', '),
    })),
  ];
}

/** Who may do what, and who decides it: read from the same table that decides. */
export function RoleTable() {
  return (
    <>
      <DataTable
        caption={m.admin_roles_table()}
        rows={lines()}
        rowKey={({ name }) => name}
        columns={[
          { key: 'role', label: m.admin_roles_column_role(), cell: ({ name }) => name },
          { key: 'may', label: m.admin_roles_column_may(), cell: ({ may }) => may },
          { key: 'givers', label: m.admin_roles_column_givers(), cell: ({ givers }) => givers },
        ]}
      />
      <p className="soft mt-4">{m.admin_roles_nobody_own()}</p>
    </>
  );
}
