import { StaffRequest } from '../documents/document.request.js';
import { CodeField, PartField, TextField, TimeField } from '../http/fields.js';

/** What a recipient says of a delivery. */
export class StatusRequest {
  @TextField({ max: 64, description: 'The documentId that the platform gave' })
  readonly documentId!: string;

  @CodeField({ description: 'The recipient that speaks: its code, or its internal id' })
  readonly agency!: string;

  @TextField({ max: 8, description: '01 đã đến … 06 hoàn thành', example: '01' })
  readonly status!: string;

  @TimeField({
    optional: true,
    description: 'When it happened, by your own clock; a repetition is known by it',
  })
  readonly at?: string;

  @TextField({ max: 2000, optional: true, description: 'Why, in words; wanted for 02' })
  readonly description?: string;

  @PartField(() => StaffRequest, { optional: true })
  readonly staff?: StaffRequest;
}
