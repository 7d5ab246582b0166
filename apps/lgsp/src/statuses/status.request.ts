import { StaffRequest } from '../documents/document.request.js';
import { CodeField, PartField, TextField, TimeField } from '../http/fields.js';

/** What is said of a delivery: by its recipient, or, with 13, by the sender of the document. */
export class StatusRequest {
  @TextField({ max: 64, description: 'The documentId that the platform gave' })
  readonly documentId!: string;

  @CodeField({ description: 'The agency that speaks: its code, or its internal id' })
  readonly agency!: string;

  @TextField({
    max: 8,
    description: '01 đã đến … 06 hoàn thành; 13 lấy lại; 15 đồng ý, 16 từ chối',
    example: '01',
  })
  readonly status!: string;

  @CodeField({
    optional: true,
    description: 'With 13 alone: the recipient that is asked to give the document back',
  })
  readonly recipient?: string;

  @TimeField({
    optional: true,
    description: 'When it happened, by your own clock; a repetition is known by it',
  })
  readonly at?: string;

  @TextField({ max: 2000, optional: true, description: 'Why, in words; wanted for 02, 13 and 16' })
  readonly description?: string;

  @PartField(() => StaffRequest, { optional: true })
  readonly staff?: StaffRequest;
}
